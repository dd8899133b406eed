/** The shadow root of `element`, closed ones too where the browser lends them to extensions. */
export function shadowOf(element) {
  if (element.shadowRoot) return element.shadowRoot;
  // To ask costs: what has children and no dash in its name is hardly ever a closed host.
  if (element.firstChild && !element.localName.includes("-")) return null;
  try {
    return element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}
