// What all the other passes ask of a node: its number and its shadow root. Rust knows the nodes of the page by
// number only; a node keeps its number for as long as it lives, so a control is the same control in the next reading.

// A form answers to the names of its fields in place of its own properties, and a document to those of its images, forms and
// frames: an input named "nodeType" hides the form's, an image named "body" the document's.
const past = new WeakMap();
const ownOf = (node) => {
  const kind = node?.[Symbol.toStringTag];
  if (kind === "HTMLFormElement") return HTMLFormElement.prototype;
  return kind === "HTMLDocument" ? HTMLDocument.prototype : null;
};

/**
 * `node`, to read its own properties by and to call its own methods with, whatever in it is named alike. It stands for the node
 * there only: what is compared, kept, or handed to the browser is the node.
 */
export function plain(node) {
  const own = ownOf(node);
  if (!own) return node;
  if (!past.has(node)) {
    const get = (named, key) => {
      const value = Reflect.get(own, key, named);
      return typeof value === "function" ? value.bind(named) : value;
    };
    const asked = new Proxy(node, { get });
    past.set(node, asked).set(asked, asked);
  }
  return past.get(node);
}

/** What an element says, as one line; undefined where it says nothing, or there is none. */
export const lineIn = (element) => plain(element)?.textContent.replace(/\s+/g, " ").trim() || undefined;

/** The document of `node`, to be asked. */
export const documentOf = (node) => plain(plain(node).ownerDocument);

/** The shadow root or document that `node` stands in, to be asked. */
export const rootOf = (node) => plain(plain(node).getRootNode());

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
