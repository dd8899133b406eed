// One frame's look at the controls that are pointed at: where each is, how much of it can be seen and hit, and whether it
// still says what it said. One call for all of them, in JavaScript, because a step through wasm-bindgen costs four to five
// of its own and a look takes some fifty (docs/performance.md). What follows from it is decided in Rust (look.rs).
import { common, frameOf, inTop, outOf, ownBox, styleOf, windowOf } from "../read/box.js";
import { documentOf, elementOf, plain, rootOf, trees } from "../read/nodes.js";

// What is told of a control, in the order of `Standing` in look.rs.
const [GONE, CHANGED, SEEN, AWAY, CLIPPED, COVERED] = [0, 1, 2, 3, 4, 5];
// A control of which less is to be seen, in px, or less of its own side, counts as hidden.
const [LEAST, LEAST_SHARE] = [10, 0.4];
// Points are tried this far inside an edge, and an edge is found as exactly as this.
const [INSET, EXACT] = [3, 0.75];
// A label that is larger or farther off than this is a text of its own; a field's wrapper is hardly larger than the field.
const [FARTHEST_LABEL, WIDEST_LABEL, HIGHEST_LABEL, WRAPPER] = [28, 560, 140, 20];
const LONGEST = 400;
const LAYER = 0.25;
const PRESSED = "a, area, button, label, summary, [role=button], [role=link]";
const BOX = "input[type=checkbox], input[type=radio]";
const FIELD = "input, select, textarea, [role=combobox], [role=textbox], [contenteditable]";
const MOVES = /^(transform|translate|rotate|scale|offset\w*)$/;

// A link has a `host` as well, which is its address's.
const hostOf = (root) => (plain(root).nodeType === 11 ? root.host : null);
const up = (node) => plain(node).assignedSlot ?? plain(node).parentNode ?? hostOf(plain(node)) ?? null;

function holds(outer, inner) {
  for (let node = inner; node; node = up(node)) if (node === outer) return true;
  return false;
}

// What is asked once of a control and holds until something on the page changes: what clips it, and its labels.
let known = new WeakMap();
/** What each control said when it was pointed at. */
const said = new WeakMap();

const lasting = (element) => {
  if (!known.has(element)) {
    const labels = [...(element.labels ?? [])];
    const own = { labels, isField: element.matches(FIELD), label: labelBeside(element, labels) };
    known.set(element, { ...own, ...clippersOf(element) });
  }
  return known.get(element);
};

function labelBeside(element, labels) {
  if (!element.matches(BOX) || labels.length !== 1) return null;
  return labels[0].querySelector(PRESSED) ? null : labels[0];
}

/** Something on the page has changed: what clips a control may be something else now. */
export function refresh() {
  known = new WeakMap();
}

// Digits count down, and an address changes behind its "?" when it is pressed.
function words(element) {
  const of = (name) => element.getAttribute(name) ?? "";
  const isTyped = element.matches(FIELD);
  const text = isTyped
    ? `${of("name")} ${of("placeholder")}`
    : `${element.textContent.slice(0, LONGEST)} ${element.localName === "input" ? of("value") : ""}`;
  const label = element.matches(BOX) ? (element.labels?.[0]?.textContent.slice(0, LONGEST) ?? "") : "";
  const address = of("href").split(/[?#]/)[0];
  return [text, label, of("aria-label"), address].join("\n").replace(/\d+/g, "0").replace(/\s+/g, " ");
}

/** These are pointed at from now on: what they say now is what they were read to say. */
export function remember(numbers) {
  refresh();
  for (const element of elements(numbers)) said.set(element, words(element));
}

/** Whether one of them says something else than it did. */
export const hasChanged = (numbers) =>
  elements(numbers).some((element) => said.has(element) && said.get(element) !== words(element));

// What has gone from the page says nothing more, and stands in no document.
const elements = (numbers) => Array.from(numbers, elementOf).filter((one) => one?.isConnected);

// What cuts `element` off where it reaches over: panes, and what hides its overflow. In the order from inside.
function clippersOf(element) {
  const clippers = [];
  let { position } = styleOf(element);
  const page = documentOf(element);
  for (let node = up(element); node; node = up(node)) {
    if (plain(node).nodeType !== 1 || node === page.documentElement) continue;
    const style = styleOf(node);
    const isBlock =
      style.transform !== "none" || style.filter !== "none" || /paint|strict|content/.test(style.contain);
    const isAround =
      isBlock ||
      position === "static" ||
      position === "relative" ||
      position === "sticky" ||
      (position === "absolute" && style.position !== "static");
    if (!isAround) continue;
    ({ position } = style);
    const ofWindow = node === page.body && styleOf(page.documentElement).overflow === "visible";
    const [x, y] = [style.overflowX !== "visible", style.overflowY !== "visible"];
    if ((x || y) && !ofWindow && !/^(inline|contents)$/.test(style.display)) clippers.push({ node, x, y });
  }
  return { clippers, isFixed: position === "fixed" };
}

function clip(box, { node: element, x, y }) {
  const node = plain(element);
  const outer = node.getBoundingClientRect();
  const [across, down] = [outer.width / (node.offsetWidth || 1), outer.height / (node.offsetHeight || 1)];
  const [left, top] = [outer.left + node.clientLeft * across, outer.top + node.clientTop * down];
  return common(box, {
    left: x ? left : -Infinity,
    right: x ? left + node.clientWidth * across : Infinity,
    top: y ? top : -Infinity,
    bottom: y ? top + node.clientHeight * down : Infinity,
  });
}

const around = (a, b) => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
  width: Math.max(a.right, b.right) - Math.min(a.left, b.left),
  height: Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top),
});

// The box that the ring goes round. Of a link that wraps it is the largest piece, where something else to press lies in
// the box round all of them; a tick box counts with its label.
function markedBox(element, { label }) {
  const box = ownBox(element);
  if (label && box.width) {
    const words = label.getBoundingClientRect();
    const both = around(box, words);
    const gap = both.width - box.width - words.width;
    if (words.width && gap < FARTHEST_LABEL && both.width < WIDEST_LABEL && both.height < HIGHEST_LABEL)
      return both;
  }
  const pieces = element.getClientRects();
  if (pieces.length < 2 || !isShared(element, box)) return box;
  return [...pieces].reduce((best, one) => (one.width * one.height > best.width * best.height ? one : best));
}

function isShared(element, box) {
  for (const other of plain(up(element))?.querySelectorAll?.(PRESSED) ?? []) {
    if (other.contains(element) || element.contains(other)) continue;
    for (const piece of other.getClientRects()) {
      const shared = common(box, piece);
      if (shared.width > 1 && shared.height > 1) return true;
    }
  }
  return false;
}

// The windows from the top document's down to that of `element`, and the roots from there down to its own.
function chainOf(element) {
  const steps = [];
  for (let node = element; node;) {
    const root = plain(node).getRootNode();
    const frame = plain(root).nodeType === 9 ? frameOf(node) : null;
    steps.unshift({ root, target: node, frame });
    node = hostOf(root) ?? frame;
  }
  return steps;
}

/** Whether a press at this point of the top document's window would reach `element`. */
function isHit(element, lasting, chain, point, host) {
  let { x, y } = point;
  for (const { root, target, frame, window } of chain) {
    if (frame) [x, y] = [(x - window.left) / window.across, (y - window.top) / window.down];
    const own = plain(root);
    let found = own.elementFromPoint(x, y);
    if (found === host || holds(host, found))
      found = own.elementsFromPoint(x, y).find((one) => !holds(host, one));
    if (!found) return false;
    if (target !== element && found !== target) return false;
    if (target === element) return reaches(found, element, lasting);
  }
  return false;
}

function reaches(found, element, { labels, isField }) {
  if (holds(element, found) || labels.some((label) => holds(label, found))) return true;
  if (holds(found, element))
    return plain(found).matches(PRESSED) || styleOf(element).pointerEvents === "none";
  if (element.localName === "area") return found.localName === "img";
  // What is drawn over a field within its own wrapper (a list that is made of a box and a text) belongs to it.
  return isField && isTight(element, found);
}

function isTight(element, found) {
  let wrapper = up(element);
  while (plain(wrapper)?.getBoundingClientRect && !holds(wrapper, found)) wrapper = up(wrapper);
  if (!plain(wrapper)?.getBoundingClientRect) return false;
  const [inner, outer] = [element.getBoundingClientRect(), plain(wrapper).getBoundingClientRect()];
  return outer.width <= inner.width + 2 * WRAPPER && outer.height <= inner.height + 2 * WRAPPER;
}

// How much of `box` is hit: from a point that is, each edge is looked for by halving.
function hitBox(box, hits) {
  const [middle, centre] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const inside = {
    left: box.left + Math.min(INSET, box.width / 2),
    right: box.right - Math.min(INSET, box.width / 2),
    top: box.top + Math.min(INSET, box.height / 2),
    bottom: box.bottom - Math.min(INSET, box.height / 2),
  };
  const points = [
    [middle, centre],
    [inside.left, centre],
    [inside.right, centre],
    [middle, inside.top],
    [middle, inside.bottom],
  ];
  const answers = points.map(([x, y]) => hits(x, y));
  if (answers.every(Boolean)) return box;
  const first = answers.indexOf(true);
  if (first < 0) return null;
  const [x, y] = points[first];
  const edge = (from, to, test) => {
    if (test(to)) return null;
    while (Math.abs(to - from) > EXACT) {
      const half = (from + to) / 2;
      if (test(half)) from = half;
      else to = half;
    }
    return from;
  };
  const [left, right] = [
    edge(x, inside.left, (at) => hits(at, y)) ?? box.left,
    edge(x, inside.right, (at) => hits(at, y)) ?? box.right,
  ];
  const across = (left + right) / 2;
  const top = edge(y, inside.top, (at) => hits(across, at)) ?? box.top;
  const bottom = edge(y, inside.bottom, (at) => hits(across, at)) ?? box.bottom;
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

const isEnough = (part, whole) =>
  part.width >= Math.min(LEAST, whole.width * LEAST_SHARE) &&
  part.height >= Math.min(LEAST, whole.height * LEAST_SHARE);

// Whether what lies over a point is a layer over the page (a popover, a fixed banner): no scrolling brings out what is under it.
function isUnderLayer(x, y) {
  for (let node = plain(document).elementFromPoint(x, y); plain(node)?.nodeType === 1; node = up(node)) {
    const isLayer = plain(node).matches(":popover-open, dialog") || styleOf(node).position === "fixed";
    if (!isLayer) continue;
    const { width, height } = plain(node).getBoundingClientRect();
    return width * height > LAYER * innerWidth * innerHeight;
  }
  return false;
}

function isReachable(box, isFixed) {
  if (isFixed) return false;
  const page = plain(document);
  const root = page.documentElement;
  const [own, body] = [styleOf(root), page.body && styleOf(page.body)];
  const overflow = own.overflow === "visible" && body ? body : own;
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = page.scrollingElement ?? root;
  const [left, top] = [box.left + scrollX, box.top + scrollY];
  const isStuck = (how) => /hidden|clip/.test(how);
  if (isStuck(overflow.overflowY) && (box.bottom <= 0 || box.top >= clientHeight)) return false;
  if (isStuck(overflow.overflowX) && (box.right <= 0 || box.left >= clientWidth)) return false;
  const start = own.direction === "rtl" ? clientWidth - scrollWidth : 0;
  return top + box.height > 0 && top < scrollHeight && left + box.width > start && left < start + scrollWidth;
}

// What is to be seen of a box in the document of `element` and outside it, by all that cuts it off on the way up.
function clippedUp(element, box) {
  let isFixed = false;
  for (let node = element; node;) {
    const cut = lasting(node);
    for (const one of cut.clippers) box = clip(box, one);
    ({ isFixed } = cut);
    const frame = frameOf(node);
    if (frame) {
      const pane = windowOf(frame);
      box = common(outOf(pane, box), {
        left: pane.left,
        top: pane.top,
        right: pane.left + pane.width,
        bottom: pane.top + pane.height,
      });
    }
    node = frame;
  }
  return { box, isFixed };
}

function lookAt(element, host, isOffer) {
  if (!element?.isConnected || !documentOf(element).defaultView) return [GONE];
  const facts = lasting(element);
  const own = markedBox(element, facts);
  if (own.width < 1 || own.height < 1) return [GONE];
  const whole = inTop(element, own);
  if (said.has(element) && said.get(element) !== words(element)) return [CHANGED, whole];
  const { box: open, isFixed } = clippedUp(element, own);
  if (!isEnough(open, whole)) return [CLIPPED, whole];
  const { clientWidth, clientHeight } = plain(document).documentElement;
  const sight = common(open, { left: 0, top: 0, right: clientWidth, bottom: clientHeight || innerHeight });
  if (sight.width < 1 || sight.height < 1) return [isReachable(open, isFixed) ? AWAY : CLIPPED, whole, open];
  const chain = chainOf(element).map((step) => ({ ...step, window: step.frame && windowOf(step.frame) }));
  const hits = (x, y) => isHit(element, facts, chain, { x, y }, host);
  const middle = [(sight.left + sight.right) / 2, (sight.top + sight.bottom) / 2];
  const hit = isOffer ? (hits(...middle) ? sight : null) : hitBox(sight, hits);
  if (!hit || !isEnough(hit, sight)) return [isUnderLayer(...middle) ? COVERED : CLIPPED, whole];
  // Where only the window's edge cuts it off, the ring goes on behind that.
  const to = (side) => (hit[side] === sight[side] ? open[side] : hit[side]);
  const [left, top, right, bottom] = ["left", "top", "right", "bottom"].map(to);
  return [SEEN, whole, { left, top, width: right - left, height: bottom - top }];
}

const sides = (box) => (box ? [box.left, box.top, box.width, box.height] : [0, 0, 0, 0]);

/**
 * For each of the controls `numbers` nine numbers: how it stands, its box, and the box of what can be seen of it, in CSS px
 * of the top window. `isOffer`: they are offered to be picked, which are many and looked at less closely.
 */
export function look(numbers, host, isOffer) {
  const told = [];
  for (const number of numbers) {
    const [standing, whole, seen] = lookAt(elementOf(number), host, isOffer);
    told.push(standing, ...sides(whole), ...sides(seen));
  }
  return Float64Array.from(told);
}

/** The boxes of `numbers` with their labels, where they show; four numbers each, zeros where they don't. */
export function boxes(numbers) {
  const told = [];
  for (const number of numbers) {
    const element = elementOf(number);
    if (!element?.isConnected || !documentOf(element).defaultView) {
      told.push(0, 0, 0, 0);
      continue;
    }
    let box = ownBox(element);
    for (const label of lasting(element).labels) {
      const words = label.getBoundingClientRect();
      if (box.width && words.width && words.width * words.height < 4 * WIDEST_LABEL * HIGHEST_LABEL)
        box = around(box, words);
    }
    told.push(...sides(clippedUp(element, box).box));
  }
  return Float64Array.from(told);
}

/** The box of the field or control that has the focus, in frames and shadow roots too; empty where none has it. */
export function focused(host) {
  let element = plain(document).activeElement;
  while (element && element !== host) {
    let inner = null;
    try {
      inner = element.shadowRoot?.activeElement ?? plain(element.contentDocument)?.activeElement;
    } catch {
      // Another origin's: the frame itself has the focus.
    }
    if (!inner) break;
    element = inner;
  }
  if (!element || element === host || !element.matches?.(`${FIELD}, ${PRESSED}`)) return [];
  return sides(clippedUp(element, ownBox(element)).box);
}

/** What a press can't be heard of at the document: the shadow roots and documents that the controls `numbers` stand in. */
export const rootsOf = (numbers) => [
  ...new Set([...trees, ...elements(numbers).flatMap((element) => chainOf(element).map(({ root }) => root))]),
];

/** Whether an animation moves one of the controls by what the browser may do without telling this script. */
export const isAnimated = (numbers) =>
  elements(numbers).some((element) =>
    chainOf(element).some(({ root, target }) =>
      (plain(root).getAnimations?.() ?? []).some(
        ({ playState, effect }) =>
          playState === "running" &&
          effect?.target &&
          holds(effect.target, target) &&
          effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => MOVES.test(name))),
      ),
    ),
  );

/** Brings a control into sight in every pane that it is in, and in the window. */
export function bring(number) {
  const element = elementOf(number);
  const stand = element?.localName === "area" ? element.closest("map") : element;
  for (let node = stand; node; node = frameOf(node)) {
    const shown = styleOf(node)?.display === "contents" ? (node.firstElementChild ?? node) : node;
    shown.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  }
}

/** Puts the keyboard's focus on a control, or on what can take it in it; whether it is there. */
export function focusOn(number) {
  const element = elementOf(number);
  element?.focus?.({ preventScroll: true });
  return Boolean(element) && rootOf(element).activeElement === element;
}

/** The element in the top document by which a control is reached with the Tab key. */
export function doorOf(number) {
  let element = elementOf(number) ?? null;
  for (let frame = element && frameOf(element); frame; frame = frameOf(frame)) element = frame;
  return element;
}
