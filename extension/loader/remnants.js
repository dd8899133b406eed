// Taking away an overlay whose engine can't do it any more. Runs in a page's isolated world, handed there by the
// background too, so it may use nothing from outside itself.

/** Takes away every overlay of ours, which is known by its closed root. */
export function takeAway() {
  // An element of the page can be named `browser`; it is then found under that name, but not as the global object's own.
  const own = Object.hasOwn(globalThis, "browser") ? globalThis.browser : globalThis.chrome;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("html > *, dialog > *")
  )) {
    const root = element.openOrClosedShadowRoot ?? own.dom?.openOrClosedShadowRoot(element);
    if (root?.mode === "closed" && root.querySelector("[part=callout], [part=spotlight]")) element.remove();
  }
}
