// What all the other passes ask of a node: its number and its shadow root. Rust knows the nodes of the page by
// number only; a node keeps its number for as long as it lives, so a control is the same control in the next reading.

// A form answers to the names of its fields in place of its own properties: an input named "nodeType" hides the form's.
const past = new WeakMap();

/** `node`, to read its own properties by and to call its own methods with, whatever its fields are named. */
export function plain(node) {
  if (node?.[Symbol.toStringTag] !== "HTMLFormElement") return node;
  if (!past.has(node)) {
    const get = (form, key) => {
      const value = Reflect.get(HTMLFormElement.prototype, key, form);
      return typeof value === "function" ? value.bind(form) : value;
    };
    past.set(node, new Proxy(node, { get }));
  }
  return past.get(node);
}

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
  const own = plain(element);
  if (own.shadowRoot) return own.shadowRoot;
  // To ask costs: what has children, and neither an id nor a dash in its name, is hardly ever a closed host.
  if (own.firstChild && !own.id && !own.localName.includes("-")) return null;
  try {
    return own.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}
