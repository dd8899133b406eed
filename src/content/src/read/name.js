// The accessible name, as the accname rules compute it: what a screen reader would say, and so what a person reads.
//
// `tests/corpus/names.mjs` holds it against dom-accessibility-api on every page of the corpus and lists where both differ. Two of
// these are departures on purpose: the value of a field never becomes part of a name (it can be personal), and the browser's own
// words for a nameless submit button are nobody's label.
import { documentOf, rootOf, shadowOf } from "./nodes.js";

const UNSPOKEN = /^(script|style|template|noscript|textarea|select)$/;
const LABELLED = /^(input|textarea|select|button)$/;
const NATIVE_CHILD = { fieldset: "legend", svg: "title" };

const styleOf = (element, pseudo) => documentOf(element).defaultView?.getComputedStyle(element, pseudo);

// Transparent or tiny is no obstacle to a screen reader; and `display: contents` has no box, yet its content shows.
const isSpoken = (element) =>
  element.checkVisibility({ visibilityProperty: true }) || styleOf(element)?.display === "contents";

const referents = (element, attribute) =>
  (element.getAttribute(attribute) ?? "")
    .split(/\s+/)
    .map((id) => id && rootOf(element).getElementById(id))
    .filter(Boolean);

const collapse = (text) => text.replace(/\s+/g, " ").trim();

/**
 * The name of `element`; `fromContent` where its role lets what is in it name it. `labels` is kept from name to name as
 * long as the page stays as it is.
 */
export function nameOf(element, fromContent, labels = new Map()) {
  return collapse(compute(element, { fromContent, isField: !fromContent, labels }));
}

/** The labels of `element`. Its own `labels` would search the whole document for each. */
export function labelsOf(element, labels) {
  const root = rootOf(element);
  if (!labels.has(root))
    labels.set(
      root,
      Map.groupBy(root.querySelectorAll("label"), (one) => one.control),
    );
  return labels.get(root).get(element) ?? [];
}

/** The placeholder and the description of a field. */
export function descriptionOf(element) {
  const described = referents(element, "aria-describedby").map((one) => compute(one, within(one)));
  const attributes = ["placeholder", "aria-placeholder"].map((name) => element.getAttribute(name) ?? "");
  return collapse([...attributes, ...described].join(" "));
}

// A part of another's name: references are not followed a second time, and what is hidden speaks only if it was
// referred to while hidden itself.
const within = (element) => ({ fromContent: true, isPart: true, showsHidden: !isSpoken(element) });

// The sources in the order of the rules; the first that says anything is the name.
function compute(element, how) {
  const attribute = (name) => element.getAttribute(name) ?? "";
  const sources = [
    () =>
      how.isPart
        ? ""
        : referents(element, "aria-labelledby")
            .map((one) => compute(one, within(one)))
            .join(" "),
    () => attribute("aria-label"),
    () => native(element, how),
    () => (how.fromContent ? content(element, how) : ""),
    () => attribute("title"),
    () => (how.isField ? attribute("placeholder") || attribute("aria-placeholder") : ""),
  ];
  for (const source of sources) {
    const text = source();
    if (text.trim()) return text;
  }
  return "";
}

// What HTML itself gives: labels, `alt`, the value of an input button, the legend, the label of an option.
function native(element, how) {
  const tag = element.localName;
  if (tag === "input" && /^(button|submit|reset)$/.test(element.type)) return element.value;
  if (tag === "img" || tag === "area" || (tag === "input" && element.type === "image")) return element.alt;
  if (tag === "option" || tag === "optgroup") return element.label;
  if (LABELLED.test(tag) && !how.isPart) {
    return labelsOf(element, how.labels)
      .map((label) => compute(label, within(label)))
      .join(" ");
  }
  const child = element.firstElementChild;
  return child && child.localName === NATIVE_CHILD[tag] ? child.textContent : "";
}

function content(element, how) {
  const assigned = element.localName === "slot" ? element.assignedNodes() : [];
  const nodes = assigned.length ? assigned : (shadowOf(element) ?? element).childNodes;
  const texts = Array.from(nodes, (node) =>
    spoken(node, { ...how, isPart: true, isField: false, fromContent: true }),
  );
  return generated(element, "::before") + texts.join("") + generated(element, "::after");
}

function spoken(node, how) {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1 || UNSPOKEN.test(node.localName) || node.getAttribute("aria-hidden") === "true")
    return "";
  if (!how.showsHidden && !isSpoken(node)) return "";
  const runsOn = node.localName !== "br" && /^(inline|contents)$/.test(styleOf(node)?.display);
  return runsOn ? compute(node, how) : ` ${compute(node, how)} `;
}

// Text that the style sheet puts before or after; a browser without a box for it says "none" or "normal".
function generated(element, pseudo) {
  const [, text = ""] = /^"(.*)"$/.exec(styleOf(element, pseudo)?.content ?? "") ?? [];
  return text;
}
