// The one walk over a page, in document order.
//
// A step through wasm-bindgen costs four to five times a step made here (and in Firefox a content script's own steps
// are dear already), so the walk is JavaScript: it visits each node once, judges no meaning, asks for no layout, and
// returns raw facts packed in one string. Rust decides what is kept of it.

import { documentOf, enter, plain, shadowOf } from "./nodes.js";
import { isRead } from "./orders.js";

// What separates records, their fields and the parts of a field, as the core reads them (src/core/src/record.rs).
export const RECORD = "\u001e";
export const FIELD = "\u001f";
export const PART = "\u001d";
// Stands where one inline element ends and another begins: whether that shows as a space only layout could tell.
export const SEAM = "\u001c";

const SKIPPED = new Set(
  "script style template noscript head canvas video audio object embed datalist meter progress".split(" "),
);
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i img input ins kbd mark q s samp select small span strike strong sub sup textarea time tt u var wbr button".split(
    " ",
  ),
);
const HINTS = "role id name class data-pl data-role data-testid data-spm autocomplete type".split(" ");
// What something is, in a letter, as Rust reads it (`Kind` in src/core/src/view.rs): read text, heading, link (a), button,
// text field (e), e-mail field (m), password, field of several lines (n), file, select, list box, option, radio, check box,
// group, dialog, frame that can't be looked into (i).
const ROLES = {
  button: "b",
  menuitem: "b",
  tab: "b",
  treeitem: "b",
  link: "a",
  heading: "h",
  textbox: "e",
  searchbox: "e",
  combobox: "l",
  listbox: "l",
  option: "o",
  radio: "r",
  menuitemradio: "r",
  checkbox: "c",
  switch: "c",
  menuitemcheckbox: "c",
  radiogroup: "g",
  dialog: "d",
  alertdialog: "d",
};
const INPUTS = {
  button: "b",
  submit: "b",
  reset: "b",
  image: "b",
  checkbox: "c",
  radio: "r",
  file: "f",
  email: "m",
  password: "p",
  text: "e",
  search: "e",
  tel: "e",
  url: "e",
  number: "e",
};
const TAGS = {
  button: "b",
  summary: "b",
  textarea: "n",
  select: "s",
  option: "o",
  fieldset: "g",
  dialog: "d",
  legend: "h",
  caption: "h",
};
const LANDMARKS = {
  header: "h",
  banner: "h",
  footer: "f",
  contentinfo: "f",
  nav: "n",
  aside: "n",
  navigation: "n",
  menu: "n",
  menubar: "n",
  complementary: "n",
};
const LINKS = ["href", "xlink:href"]; // The second is the old way in a drawn picture.
const SAID = ["aria-label", "title", "alt", "placeholder"];
// What a person may press in a drawn picture.
const IN_PICTURES = "a, foreignObject";
const FIELDS = /[empnfslrc]/;
const PRESSED = /[baorcl]/;
const LOOKS_PRESSABLE = /(^|[\s_-])(btn|button|link)(?![a-z])|menu-?item/i;
const LOOKS_LIKE_LIST = /(^|\s)([\w-]+-)?select(\s|$)/;
const LOOKS_LIKE_DIALOG = /modal|dialog|popup|drawer/i;
const LOOKS_LIKE_DIALOG_TITLE = /(modal|dialog|popup|drawer)[-_]*(title|heading)/i;
const LONGEST = 400;
const LONGEST_GUESS = 80;
// Longer native lists are countries and dates: never reasons.
const LONGEST_LIST = 40;
// A parser stops nesting at 512; only a script builds deeper, and nobody is guided there.
const DEEPEST = 600;
const SHALLOW = 5;
// So many buttons that are written alike are enough to say that there are many, and so many rows that differ in their
// numbers only. Where that many shapes were counted and rows still differ, to compare them costs more than it saves.
const BUTTONS = 12;
const ROWS = 5;
const SHAPES = 50;
const HOLDS_STATE = /<(input|select|textarea|iframe|dialog|form|slot|\w+-)/;

// The separators of the packed string are what it must not hold.
// eslint-disable-next-line no-control-regex
const clean = (text) => text.replace(/[\s\u0000-\u001b\u001d-\u001f]+/g, " ").trim();
const bare = (text) => clean(text.replaceAll(SEAM, " "));

/** A list that a library draws without a role: what opens it says in its class that it is a select. */
const isDrawnList = (element, tag) =>
  /^(div|span)$/.test(tag) &&
  LOOKS_LIKE_LIST.test(element.getAttribute("class") ?? "") &&
  !element.querySelector("select, input, [role]");

function kindOf(element, tag, role, isBare) {
  if (!isBare && element.getAttribute("aria-haspopup") === "listbox") return "l";
  if (Object.hasOwn(ROLES, role)) return ROLES[role];
  if (!isBare && isDrawnList(element, tag)) return "l";
  if (role === "group" && element.querySelector("[aria-pressed]")) return "g";
  if (tag === "input") return INPUTS[element.type] ?? "";
  if (tag === "area" || tag === "a") return LINKS.some((name) => element.hasAttribute(name)) ? "a" : "";
  if (/^h[1-6]$/.test(tag)) return "h";
  if (!isBare && element.hasAttribute("contenteditable") && element.isContentEditable) return "n";
  return Object.hasOwn(TAGS, tag) ? TAGS[tag] : "";
}

function hrefOf(element) {
  const written =
    [...LINKS, "src"].map((name) => element.getAttribute(name)).find((one) => one !== null) ?? "";
  if (written === "#" || /^\s*javascript:/i.test(written)) return "";
  // The link of a drawn picture is given as it is written.
  const drawn = element.href?.baseVal;
  const isRelative = drawn !== undefined && URL.canParse(drawn, element.baseURI);
  const given = drawn === undefined ? element.href || element.src || written : written;
  return (isRelative ? new URL(drawn, element.baseURI).href : given)
    .toString()
    .replace(/^https?:\/\//, "")
    .slice(0, LONGEST);
}

/** The candidates of the last walk; a record's number is its place here. */
export let candidates = [];
/** What is said in each of them, and what kind of thing it is. */
export let said = [];
export let kinds = [];
/** Our own overlay, which the walk went past. */
export let overlay = null;

/** Lets go of them: a long table is as long in memory. */
export function forget() {
  candidates = said = kinds = [];
}

/**
 * Walks the document `page`, past `ownHost`; `seeking` also what only shows the pointer. Gives a record about the page
 * itself and one for each candidate.
 */
export function gather(page, ownHost, seeking) {
  overlay = ownHost;
  const items = [];
  const roots = [];
  const named = new Map();
  let [forms, dialogs, groups] = [0, 0, 0];
  let around = { form: 0, dialog: 0, group: 0, landmark: "", inContent: false };
  let press = null;
  let block = null;

  const add = (kind, node, rest) => {
    const item = { kind, node, text: "", around, ...rest };
    items.push(item);
    return item;
  };

  const hear = (text) => {
    for (let item = press; item; item = item.up) item.text += text;
    if (!block) return;
    const says = text !== SEAM && /\S/.test(text);
    if (says && !block.item) block.item = add(block.kind, block.node, { owners: [] });
    if (!block.item || block.item.text.length > LONGEST) return;
    block.item.text += text;
    if (says) block.item.owners.push(press);
  };

  // Of a guessed button and a real one that say the same, the real one is meant; a guess around several is a frame.
  const settle = (item) => {
    const inner = item.inner.filter((one) => !one.dead);
    const only = inner.length === 1 && isButton(inner[0]) && isButton(item);
    if (only && bare(inner[0].text) === bare(item.text)) {
      (item.guess && !inner[0].guess ? item : inner[0]).dead = true;
    } else if (item.guess && inner.length) {
      item.dead = true;
    }
    if (item.guess && (item.holdsField || clean(item.text).length > LONGEST_GUESS)) item.dead = true;
    item.up?.inner.push(...(item.dead ? inner.filter((one) => !one.dead) : [item]));
  };

  // What is around the children of `element`; the same object where nothing changes, as almost everywhere.
  const within = (element, tag, kind, role, looks, isBare, depth) => {
    const next = {};
    // The element `menu` is a list of buttons; the role is the landmark's.
    const landmark = LANDMARKS[Object.hasOwn(LANDMARKS, role) || tag === "menu" ? role : tag];
    if (landmark && !(around.inContent && /^(header|footer)$/.test(tag))) next.landmark = landmark;
    if (kind === "d" || /^(main|article|section|form)$/.test(tag)) next.inContent = true;
    if (tag === "form") next.form = ++forms;
    if (kind === "d" || (!isBare && plain(element).getAttribute("aria-modal") === "true")) {
      // Wherever it stands in the document, it lies over all of it.
      [next.dialog, next.landmark] = [++dialogs, ""];
    } else if (
      !around.dialog &&
      !landmark &&
      (LOOKS_LIKE_DIALOG.test(looks) || mayLieOver(tag, depth)) &&
      isFixed(element)
    ) {
      next.dialog = ++dialogs;
    }
    if (/[gsl]/.test(kind)) next.group = ++groups;
    else if (kind === "r" && !around.group && element.name)
      next.group = groupNamed(`${around.form} ${element.name}`);
    for (const _ in next) return { ...around, ...next };
    return around;
  };

  const groupNamed = (name) => {
    if (!named.has(name)) named.set(name, ++groups);
    return named.get(name);
  };

  const children = (element, depth) => {
    const shadow = shadowOf(element);
    if (shadow) roots.push(shadow);
    const own = plain(element);
    const assigned = own.localName === "slot" ? element.assignedNodes() : [];
    if (assigned.length) return assigned.forEach((node) => enterNode(node, depth));
    let count = 0;
    const shapes = new Map();
    for (let node = (shadow ?? own).firstChild; node; node = plain(node).nextSibling) {
      if (plain(node).nodeType === 1 && ++count > ROWS && isKnownRow(node, shapes)) hear(" ");
      else enterNode(node, depth);
    }
  };

  const isKnownRow = (element, shapes) => {
    const own = plain(element);
    if (seeking || press || around.dialog || INLINE.has(own.localName)) return false;
    if (isRead(own)) return true;
    if (shapes.size > SHAPES) return false;
    const written = own.outerHTML;
    if (HOLDS_STATE.test(written)) return false;
    // What is left without the numbers; the lexicon knows none but the 24 hours until an account is gone.
    const shape = written.replace(/\d+(?!\d)(?<!\b24)/g, "0");
    const times = shapes.get(shape) ?? 0;
    shapes.set(shape, times + 1);
    return times >= ROWS;
  };

  const enterNode = (node, depth) => {
    const { nodeType } = plain(node);
    if (nodeType === 3) hear(node.data);
    else if (nodeType === 1) visit(node, depth + 1);
  };

  const frame = (element, depth) => {
    let inner = null;
    try {
      inner = element.contentDocument;
    } catch {
      // Another origin's: said to be sealed below.
    }
    const { body } = plain(inner) ?? {};
    if (!body) {
      if (!inner) add("i", element);
      return;
    }
    roots.push(inner);
    const outer = [around, press, block];
    if (!around.dialog && mayLieOver("iframe", depth) && isFixed(element)) {
      around = { ...around, dialog: ++dialogs };
      add("d", element);
    }
    [press, block] = [null, null];
    visit(body, depth + 1);
    [around, press, block] = outer;
  };

  const visit = (element, depth) => {
    const own = plain(element);
    const tag = own.localName;
    if (element === ownHost || depth > DEEPEST || SKIPPED.has(tag)) return;
    if (tag === "br" || tag === "hr") return hear(" ");
    if (tag === "img") return hear(element.alt || "");
    if (tag === "svg" && !element.querySelector(IN_PICTURES))
      return hear(element.getAttribute("aria-label") || element.querySelector("title")?.textContent || "");
    if (tag === "iframe" || tag === "frame") return frame(element, depth);

    // Most elements have no attribute at all: to ask for each one would be most of the walk.
    const isBare = !own.hasAttributes();
    const role = (!isBare && own.getAttribute("role")) || "";
    const looks = (!isBare && own.getAttribute("class")) || "";
    let kind = kindOf(own, tag, role, isBare);
    if (tag === "input" && !kind) return;
    const guess =
      !kind &&
      !/^(body|label)$/.test(tag) &&
      (looksPressable(own, tag, looks, isBare) || (seeking && showsPointer(element)));
    if (guess) kind = "b";
    else if (!kind && LOOKS_LIKE_DIALOG_TITLE.test(looks)) kind = "h";

    // Put back at the end one by one: an array for each element would be most of the garbage.
    const [outer, outerPress, outerBlock] = [around, press, block];
    around = within(element, tag, kind, role, looks, isBare, depth);
    if (around.dialog !== outer.dialog) add("d", element);
    if (FIELDS.test(kind)) for (let item = press; item; item = item.up) item.holdsField = true;
    const isPressed = PRESSED.test(kind);
    if (isPressed) press = add(kind, element, { up: press, inner: [], guess });
    else if (FIELDS.test(kind) || kind === "g") add(kind, element);

    const isBlock = !INLINE.has(tag) || !block;
    if (isBlock) block = { node: element, kind: kind === "h" ? kind : "", item: null };
    const gap = isBlock ? " " : SEAM;
    hear(gap);
    const isLongList = kind === "s" && element.length > LONGEST_LIST;
    if (tag !== "input" && kind !== "n" && !isLongList) children(element, depth);
    if (isPressed) settle(press);
    [around, press, block] = [outer, outerPress, outerBlock];
    hear(gap);
  };

  visit(plain(page).documentElement, 0);

  const isLoose = (owner) => {
    while (owner?.dead) owner = owner.up;
    return !owner;
  };
  const kept = items.filter((item) => !item.dead && (item.kind || item.owners.some(isLoose)));
  [candidates, said, kinds] = [[], [], []];
  const records = [];
  const times = new Map();
  for (const item of kept) {
    const text = clean(item.text).slice(0, LONGEST);
    const record = pack(item, text);
    // The rows of a long table: one more that is the same in everything tells nothing.
    const seen = times.get(record) ?? 0;
    if (seen >= BUTTONS && isButton(item) && !item.around.dialog && !seeking) continue;
    times.set(record, seen + 1);
    candidates.push(item.node);
    said.push(text);
    kinds.push(item.kind || "t");
    records.push(record);
  }
  enter(roots);
  const about = [page.location?.href ?? "", clean(plain(page).title), page.readyState].join(FIELD);
  return withDecomposed([about, ...records].join(RECORD));
}

/** Packed records and, behind a NUL, the same decomposed and lower-cased, for Rust to fold. */
export const withDecomposed = (text) => `${text}\u0000${text.normalize("NFKD").toLowerCase()}`;

function pack({ kind, node: element, around }, text) {
  const node = plain(element);
  const has = node.getAttributeNames();
  const written = (names) =>
    names.filter((name) => has.includes(name)).map((name) => node.getAttribute(name));
  const joined = (texts) => clean(texts.join(" ")).slice(0, LONGEST);
  const isField = FIELDS.test(kind);
  return [
    kind || "t",
    text,
    // A name and a placeholder are often the same.
    kind ? joined([...new Set(written(isField ? SAID : [...SAID, "value"]))]) : "",
    (isExpanded(node) ? "expanded " : "") + joined(written(HINTS)),
    /[ai]/.test(kind) ? clean(hrefOf(node)) : "",
    has.includes("aria-labelledby") ? "refers" : "",
    around.form,
    around.dialog,
    around.group,
    around.landmark,
  ].join(FIELD);
}

// What has unfolded something folds it again when pressed.
const isExpanded = (node) =>
  node.getAttribute("aria-expanded") === "true" || (node.localName === "summary" && node.parentNode.open);

const isButton = (item) => /[ab]/.test(item.kind);

function looksPressable(element, tag, looks, isBare) {
  return (
    tag === "a" ||
    (!isBare &&
      (LOOKS_PRESSABLE.test(looks) ||
        element.hasAttribute("onclick") ||
        element.getAttribute("tabindex") === "0"))
  );
}

// The outermost that shows it. To ask every element for its style costs: only where something is sought.
const showsPointer = (element) =>
  [element, plain(element).parentElement]
    .map((one) => one && getComputedStyle(one).cursor === "pointer")
    .join() === "true,false";

// What lies over everything hangs near the root; to ask every element for its position would cost too much.
const mayLieOver = (tag, depth) => depth <= SHALLOW && /^(div|section|article|aside|iframe|.+-.+)$/.test(tag);

const isFixed = (element) => documentOf(element).defaultView?.getComputedStyle(element).position === "fixed";
