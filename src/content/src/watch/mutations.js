// The cheap test of mutations: which records certainly matter, which can't, and what the others say, which Rust has the
// lexicon judge. It is JavaScript because a page can make thousands of records in a second, and to touch one costs: 2 to 5 µs
// here (docs/performance.md), several times that through wasm-bindgen.
import { keptNodes, plain, trees } from "../read/nodes.js";

const FORM_OR_DIALOG = "input, select, textarea, iframe, dialog, [role], [contenteditable]";
const LOOKS_LIKE_DIALOG = /modal|dialog|popup|drawer/i;
const SPEAKERS = ["href", "aria-label", "title", "alt", "value", "id", "class", "name"];
const SPEAKING = SPEAKERS.map((name) => `[${name}]`).join();
// A longer text matters whatever it says, and so do more texts than so many.
const LONGEST = 10_000;
const MANY = 200;
// After so many added rows that are alike one in so many is looked at.
const ALIKE = 8;
const EACH = 24;

/** The shadow roots and frames' documents that the last reading entered. */
export const enteredTrees = () => trees;

export class MutationFilter {
  #host;
  // Our host, once it stands in the page.
  #ours = [];
  // What the last reading kept, and all that holds any of it.
  #lineage = new WeakSet();
  // What was added last, where, how many like it, and how many children that has.
  #former;
  #parent;
  #alike = 0;
  #count = 0;

  constructor(host) {
    this.#host = host;
  }

  /** True for records that certainly matter, undefined for those that don't, else what they say, decomposed and lower-cased. */
  test(records) {
    if (records.length === 0) return undefined;
    const words = this.#wordsOf(records);
    if (words === true) return true;
    // A countdown's digits say nothing.
    return /\p{L}/u.test(words) ? words.normalize("NFKD").toLowerCase() : undefined;
  }

  /** The page was read again: from now on changes of what was kept matter, and of what holds it. */
  endSnapshot() {
    this.#former = this.#parent = undefined;
    this.#ours = this.#host.isConnected ? [this.#host] : [];
    this.#lineage = new WeakSet();
    for (const node of [...keptNodes(), ...this.#ours]) {
      for (let one = node; one && !this.#lineage.has(one); one = outside(one)) this.#lineage.add(one);
    }
  }

  /** Whether `node` is or holds something that was kept. */
  concerns(node) {
    return this.#lineage.has(node);
  }

  // `true` for what certainly matters, else what was said in the records; "" where nothing was.
  #wordsOf(records) {
    // To ask what was kept whether it is still there is cheaper than to ask each record what it took away.
    // A document whose frame is gone has no window any more.
    if (hasGone(keptNodes()) || hasGone(this.#ours)) return true;
    if (trees.some(({ defaultView }) => defaultView === null)) return true;
    const words = new Set();
    for (const record of this.#fewOf(records)) {
      const { target, type } = record;
      // The root has come or gone.
      if (target === document) return true;
      if (type === "attributes") {
        const own = plain(target);
        const isDialog = own.localName === "dialog" || LOOKS_LIKE_DIALOG.test(own.getAttribute("class"));
        if (isDialog || this.#lineage.has(target)) return true;
        continue;
      }
      if (type === "characterData") {
        if (this.#lineage.has(target.parentNode)) return true;
        words.add(target.data.slice(0, LONGEST));
        continue;
      }
      const { addedNodes } = record;
      for (let n = 0; n < addedNodes.length; n++) {
        const node = addedNodes[n];
        const own = plain(node);
        if (own.nodeType === 3) words.add(node.data.slice(0, LONGEST));
        if (own.nodeType !== 1) continue;
        if (own.isEqualNode(this.#former)) {
          this.#alike++;
          continue;
        }
        [this.#parent, this.#former, this.#alike] = [target, node, 0];
        if (own.matches(FORM_OR_DIALOG) || own.querySelector(FORM_OR_DIALOG)) return true;
        const text = said(node);
        if (text.length > LONGEST) return true;
        words.add(text);
      }
      if (words.size > MANY) return true;
    }
    this.#count = plain(this.#parent)?.childNodes.length;
    return [...words].join(" ");
  }

  // Of rows that come in one by one and are all alike, a few and the last; of anything else all. To touch a record is what
  // costs, so that each of these put one more into that place is told by how many children it has now.
  #fewOf(records) {
    const { length } = records;
    const more = plain(this.#parent)?.childNodes.length - this.#count;
    if (this.#alike <= ALIKE || length < 2 * EACH || more !== length) return records;
    const few = [];
    for (let at = 0; at < length - 1; at += EACH) few.push(records[at]);
    few.push(records[length - 1]);
    return few.every(({ target }) => target === this.#parent) ? few : records;
  }
}

const hasGone = (nodes) => nodes.some((node) => !plain(node).isConnected);

// What a node stands in, out of shadow roots and frames too. A link has a `host` as well, which is its address's.
const outside = (node) =>
  plain(node).parentNode ?? (plain(node).nodeType === 11 ? node.host : node.defaultView?.frameElement);

// What stands in an element: its text, and what speaks in its attributes. The markup round it would say "type" and "code".
function said(element) {
  let words = ` ${plain(element).textContent}`;
  for (const one of [element, ...plain(element).querySelectorAll(SPEAKING)])
    for (const name of SPEAKERS) words += ` ${plain(one).getAttribute(name) ?? ""}`;
  return words;
}
