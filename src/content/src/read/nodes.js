// Rust knows the nodes of the page by number only; here is which is which. A node keeps its number for as long as it
// lives, so that a control is the same control in the next reading.

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
