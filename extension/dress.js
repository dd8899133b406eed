// Puts the unchanging words into a page: its language and direction, its title, every `data-i18n` and `data-i18n-label`, those in
// its templates too.

export function dress({ language, message }) {
  const root = document.documentElement;
  [root.lang, root.dir] = [language, message("popup_direction")];
  const title = document.querySelector("title");
  title.textContent = message(title.dataset.i18n ?? "popup_title");
  const places = [document, ...[...document.querySelectorAll("template")].map(({ content }) => content)];
  for (const place of places) {
    /** @type {(selector: string) => NodeListOf<HTMLElement>} */
    const all = (selector) => place.querySelectorAll(selector);
    for (const element of all("[data-i18n]:not(title)")) element.textContent = message(element.dataset.i18n);
    for (const element of all("[data-i18n-label]"))
      element.setAttribute("aria-label", message(element.dataset.i18nLabel));
  }
}
