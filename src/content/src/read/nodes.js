// What all the other passes ask of a node: its number and its shadow root. Rust knows the nodes of the page by
// number only; a node keeps its number for as long as it lives, so a control is the same control in the next reading.

const numbers = new WeakMap();
let last = 0;
let kept = new Map();

/** The shadow roots and frames' documents that the last walk entered. */
export let trees = [];

export function enter(found) {
  trees = found;
}

export function numberOf(node) {
  if (!numbers.has(node)) numbers.set(node, ++last);
  return numbers.get(node);
}

/** From now on these nodes are found by their numbers, and no others. */
export function keep(nodes) {
  kept = new Map(nodes.map((node) => [numberOf(node), node]));
}

export const elementOf = (number) => kept.get(number);

export const keptNodes = () => [...kept.values()];

/** The shadow root of `element`, closed ones too where the browser lends them to extensions. */
export function shadowOf(element) {
  if (element.shadowRoot) return element.shadowRoot;
  // To ask costs: what has children, and neither an id nor a dash in its name, is hardly ever a closed host.
  if (element.firstChild && !element.id && !element.localName.includes("-")) return null;
  try {
    return element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}
