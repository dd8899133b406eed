// Seeded changes of a page that a person would not even notice: what a redesign, another build or another language does.

import { labels } from "labels";

const mutations = [rehashClasses, dropIds, addWrappers, shuffleLists, splitTexts, swapLanguage, moveAttributes];

/** Applies three mutations, drawn by the seed, to a document; the `phrase` to type stays. The same seed does the same. */
export function mutate(shown, seed, phrase) {
  const draw = random(seed);
  const drawn = mutations.map((mutation) => [draw(), mutation]).sort(([one], [other]) => one - other);
  for (const [, mutation] of drawn.slice(0, 3)) mutation(shown, draw, phrase);
}

/** mulberry32: small, and the same everywhere. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const all = (shown, selector) => [...shown.body.querySelectorAll(selector)];

/** Classes lose their names but not their styles: what a style sheet said is kept inline. */
function rehashClasses(shown, draw) {
  const view = shown.defaultView;
  for (const element of all(shown, "[class]")) {
    const { display, position, visibility, cursor, backgroundColor } = view.getComputedStyle(element);
    Object.assign(element.style, { display, position, visibility, cursor, backgroundColor });
  }
  for (const element of all(shown, "[class]")) element.className = `c${Math.floor(draw() * 1e9).toString(36)}`;
}

function dropIds(shown) {
  const referred = new Set(
    all(shown, "[for], [aria-labelledby], [aria-describedby], [aria-controls], [href^='#']").flatMap((element) =>
      ["for", "aria-labelledby", "aria-describedby", "aria-controls", "href"].flatMap((name) =>
        (element.getAttribute(name) ?? "").replace("#", "").split(" "),
      ),
    ),
  );
  for (const element of all(shown, "[id]")) if (!referred.has(element.id)) element.removeAttribute("id");
}

function addWrappers(shown, draw) {
  for (const element of all(shown, "button, a, input:not([type=radio], [type=checkbox]), h1, h2, p")) {
    if (draw() < 0.5) continue;
    const wrapper = shown.createElement(getInline(element) ? "span" : "div");
    element.replaceWith(wrapper);
    wrapper.append(element);
  }
}

const getInline = (element) => element.ownerDocument.defaultView.getComputedStyle(element).display.startsWith("inline");

/** The order of the entries of menus and lists says nothing. */
function shuffleLists(shown, draw) {
  for (const list of all(shown, "ul, nav")) {
    const entries = [...list.children].map((entry) => [draw(), entry]).sort(([one], [other]) => one - other);
    list.append(...entries.map(([, entry]) => entry));
  }
}

function splitTexts(shown, draw) {
  for (const element of all(shown, "button, a, label, [role=button]")) {
    for (const text of [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim().length > 6)) {
      if (draw() < 0.5) continue;
      const half = text.splitText(Math.floor(text.length / 2));
      const span = shown.createElement("span");
      half.replaceWith(span);
      span.append(half);
    }
  }
}

/** Texts that are labels of a known thing become that thing's label in one other language. */
function swapLanguage(shown, draw, phrase = "") {
  const languages = [...new Set(labels.map((label) => label.language))];
  const language = languages[Math.floor(draw() * languages.length)];
  const walker = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim().toLowerCase();
    // The phrase, or one of the nodes that a page splits it over.
    if (phrase.toLowerCase().includes(text)) continue;
    const known = labels.filter((label) => label.text.toLowerCase() === text);
    const other = known.length && labels.find((label) => label.language === language && label.concept === known[0].concept);
    if (other) node.data = other.text;
  }
}

function moveAttributes(shown) {
  for (const element of all(shown, "[title]:not([aria-label])")) {
    if (element.textContent.trim()) continue;
    element.setAttribute("aria-label", element.title);
    element.removeAttribute("title");
  }
  for (const name of ["data-pl", "data-role", "data-spm", "data-testid"]) {
    for (const element of all(shown, `[${name}]`)) {
      element.setAttribute("data-x", element.getAttribute(name));
      element.removeAttribute(name);
    }
  }
}
