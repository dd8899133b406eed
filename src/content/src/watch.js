// The wiring to everything that can change: events, mutations, time. It judges only what is cheap to judge
// here, whether a change touches what was read; what its words may mean is asked of the lexicon. Rust hears `on(kind, value)`:
//
//   "look"    something that matters has changed       "read"   the time that was agreed on is there
//   "press"   the person pressed something, its place among the pointed at, or -1
//   "leave"   the document goes
import { forget } from "./read/gather.js";
import { elementOf, keptNodes, trees } from "./read/nodes.js";

const ATTRIBUTES = [
  "class",
  "style",
  "hidden",
  "open",
  "inert",
  "disabled",
  "readonly",
  "href",
  "aria-disabled",
  "aria-hidden",
  "aria-expanded",
  "aria-modal",
  "aria-checked",
  "aria-selected",
];
const MOVES = /^(resize|transitionrun|animationstart)$/;
const PRESSES = /^(click|submit)$/;
const FORM_OR_DIALOG = "input, select, textarea, iframe, dialog, [role], [contenteditable]";
const LOOKS_LIKE_DIALOG = /modal|dialog|popup|drawer/i;
const SPEAKERS = ["href", "aria-label", "title", "alt", "value", "id", "class", "name"];
const SPEAKING = SPEAKERS.map((name) => `[${name}]`).join();
const LONGEST = 10_000;
const MANY = 200;
// After so many added rows that are alike one in so many is looked at.
const ALIKE = 8;
const EACH = 24;

const OF_DOCUMENTS =
  "scroll click submit reset input change visibilitychange readystatechange transitionrun transitionend animationstart animationend toggle close";
const EVENTS = [
  [() => window, "resize hashchange popstate pagehide"],
  [() => document, OF_DOCUMENTS],
  [() => window.visualViewport, "scroll resize"],
  // Says what `pushState` does not.
  [() => window.navigation, "currententrychange"],
];

export class Watch {
  #on;
  #off = new AbortController();
  #host;
  #follower;
  #pointed = [];
  #lineage = new WeakSet();
  #mutations;
  // What has changed since the page was walked, until it is minded.
  #since;
  // What was added last, where, how many like it, and how many children that has.
  #former;
  #parent;
  #alike = 0;
  #count = 0;
  // The host stands in the page once something is shown.
  #mine = [];
  #timer = 0;
  #due = Infinity;

  constructor(host, follower, on) {
    this.#host = host;
    this.#follower = follower;
    this.#on = on;
    for (const [target, names] of EVENTS) this.#listen(target(), names);
    this.#mutations = new MutationObserver((records) => {
      if (this.#since && this.#since.length < MANY) this.#since.push(...records);
      if (this.#judge(records)) {
        this.#follower.wake();
        on("look");
      }
    });
    this.#observe(document);
  }

  // To listen twice is to listen once.
  #listen(target, names) {
    const options = { capture: true, passive: true, signal: this.#off.signal };
    for (const name of names.split(" "))
      target?.addEventListener(name, name === "scroll" ? this.#scrolled : this.#hear, options);
  }

  // To ask an event anything costs.
  #scrolled = () => this.#follower.wake();

  #hear = (event) => {
    const { type, target, isTrusted } = event;
    // What moves in our own overlay is no news, unless the page has closed it.
    if (target === this.#host && event.newState !== "closed") return;
    if (MOVES.test(type)) return this.#follower.wake(true);
    if (type === "pagehide") return this.#on("leave");
    if (type === "visibilitychange") return this.after(0);
    // Much on a page moves for its own sake; only what holds something that matters is looked at again.
    if (/end$/.test(type) && !this.#lineage.has(target)) return;
    if (PRESSES.test(type)) {
      if (isTrusted) this.#on("press", this.#hit(event));
      return;
    }
    // Our own filling is no news.
    if (/^(input|change)$/.test(type) && !isTrusted) return;
    this.#on("look");
  };

  #hit(event) {
    const path = event.composedPath();
    // The Enter key submits a form too: that is a press of whatever was pointed at last in it.
    if (event.type === "submit")
      return this.#pointed.findLastIndex((one) => event.target.contains(elementOf(one)));
    return this.#pointed.findIndex((one) => path.includes(elementOf(one)));
  }

  /** Whether records matter: certainly, or by their words, which Rust judges. A countdown's digits say nothing. */
  #judge(records) {
    const gist = this.#gist(records);
    if (gist === true) return true;
    return /\p{L}/u.test(gist) && this.#on("words", gist.normalize("NFKD").toLowerCase());
  }

  #observe(root) {
    this.#mutations.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  /** The page is being walked: what changes from here on is judged once more when it is minded. */
  walked() {
    this.#since = [];
    this.#observeTrees();
  }

  /**
   * The page was read again: changes of what was kept matter, and of what holds it. `pointed` are pointed at. True where
   * something that matters has changed since the walk.
   */
  mind(pointed) {
    this.#pointed = [...pointed];
    this.#former = this.#parent = undefined;
    this.#mine = this.#host.isConnected ? [this.#host] : [];
    this.#lineage = new WeakSet();
    for (const node of [...keptNodes(), ...this.#mine]) {
      for (let one = node; one && !this.#lineage.has(one); one = outside(one)) this.#lineage.add(one);
    }
    const since = [...(this.#since ?? []), ...this.#mutations.takeRecords()];
    this.#since = undefined;
    return since.length >= MANY || this.#judge(since);
  }

  #observeTrees() {
    for (const tree of trees) {
      this.#observe(tree);
      // What happens in a frame is not heard outside it.
      if (tree.body) this.#listen(tree, OF_DOCUMENTS);
    }
  }

  /**
   * Says "read" after `delay`, or sooner where that was agreed already. A hidden tab waits until it shows, and a
   * document without its root, as it is before its first bytes are there, until it has one.
   */
  after(delay) {
    const due = performance.now() + delay;
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      if (!document.hidden && document.documentElement) this.#on("read");
    }, delay);
  }

  stop() {
    this.#off.abort();
    this.#mutations.disconnect();
    clearTimeout(this.#timer);
    forget();
  }

  // `true` for what certainly matters, "" for what does not, else the words by which the lexicon tells.
  #gist(records) {
    // To ask what was kept whether it is still there is cheaper than to ask each record what it took away.
    // A document whose frame is gone has no window any more.
    if (hasGone(keptNodes()) || hasGone(this.#mine)) return true;
    if (trees.some(({ defaultView }) => defaultView === null)) return true;
    const words = new Set();
    for (const record of this.#fewOf(records)) {
      const { target, type } = record;
      // The root has come or gone.
      if (target === document) return true;
      if (type === "attributes") {
        const isDialog =
          target.localName === "dialog" || LOOKS_LIKE_DIALOG.test(target.getAttribute("class"));
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
        if (node.nodeType === 3) words.add(node.data.slice(0, LONGEST));
        if (node.nodeType !== 1) continue;
        if (node.isEqualNode(this.#former)) {
          this.#alike++;
          continue;
        }
        [this.#parent, this.#former, this.#alike] = [target, node, 0];
        if (node.matches(FORM_OR_DIALOG) || node.querySelector(FORM_OR_DIALOG)) return true;
        const text = said(node);
        if (text.length > LONGEST) return true;
        words.add(text);
      }
      if (words.size > MANY) return true;
    }
    this.#count = this.#parent?.childNodes.length;
    return [...words].join(" ");
  }

  // Of rows that come in one by one and are all alike, a few and the last; of anything else all. To touch a record is what
  // costs, so that each of these put one more into that place is told by how many children it has now.
  #fewOf(records) {
    const { length } = records;
    const more = this.#parent?.childNodes.length - this.#count;
    if (this.#alike <= ALIKE || length < 2 * EACH || more !== length) return records;
    const few = [];
    for (let at = 0; at < length - 1; at += EACH) few.push(records[at]);
    few.push(records[length - 1]);
    return few.every(({ target }) => target === this.#parent) ? few : records;
  }
}

const hasGone = (nodes) => nodes.some((node) => !node.isConnected);

// What a node stands in, out of shadow roots and frames too. A link has a `host` as well, which is its address's.
const outside = (node) =>
  node.parentNode ?? (node.nodeType === 11 ? node.host : node.defaultView?.frameElement);

// What stands in an element: its text, and what speaks in its attributes. The markup round it would say "type" and "code".
function said(element) {
  let words = ` ${element.textContent}`;
  for (const one of [element, ...element.querySelectorAll(SPEAKING)])
    for (const name of SPEAKERS) words += ` ${one.getAttribute(name) ?? ""}`;
  return words;
}

/** The page that this runs in. */
export const page = () => document;
