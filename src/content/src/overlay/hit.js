// Whether a press at a point reaches a control: by `elementFromPoint`, from the top document through frames and shadow
// roots down to the control, past what is ours.
import { frameOf, pictureOf, styleOf, windowOf } from "../read/box.js";
import { elementOf, plain, trees } from "../read/nodes.js";

export const PRESSED = "a, area, button, label, summary, [role=button], [role=link]";

// Points are tried this far inside an edge and no farther apart than this; an edge is found as exactly as this.
const [INSET, APART, EXACT] = [3, 120, 0.75];
// A field's wrapper is hardly larger than the field.
const WRAPPER = 20;
const LAYER = 0.25;

// A link has a `host` as well, which is its address's.
const hostOf = (root) => (plain(root).nodeType === 11 ? root.host : null);
export const up = (node) => plain(node).assignedSlot ?? plain(node).parentNode ?? hostOf(plain(node)) ?? null;

export function holds(outer, inner) {
  for (let node = inner; node; node = up(node)) if (node === outer) return true;
  return false;
}

/** The element in the top document that `element` is or stands in a frame of. */
export function doorOf(element) {
  let door = element;
  for (let frame = door && frameOf(door); frame; frame = frameOf(frame)) door = frame;
  return door;
}

/** The elements of `numbers`. What has gone from the page says nothing more, and stands in no document. */
export const elements = (numbers) => Array.from(numbers, elementOf).filter((one) => one?.isConnected);

/** The roots from the top document's down to that of `element`, with what leads on in each and the frames that lead into them. */
export function rootsFrom(element) {
  const steps = [];
  for (let node = element; node;) {
    const root = plain(node).getRootNode();
    const frame = plain(root).nodeType === 9 ? frameOf(node) : null;
    steps.unshift({ root, target: node, frame });
    node = hostOf(root) ?? frame;
  }
  return steps;
}

/** A test for points of the top document's window: whether a press there would reach `element`. */
export function hitTest(element, lasting, host) {
  const chain = rootsFrom(element).map((step) => ({ ...step, window: step.frame && windowOf(step.frame) }));
  return (x, y) => isHit(element, lasting, chain, { x, y }, host);
}

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

function reaches(found, element, { labels, label, isField }) {
  if (holds(element, found) || labels.some((one) => holds(one, found))) return true;
  // Between a box and its label lies what both stand in.
  if (label && holds(found, label) && holds(found, element)) return true;
  if (holds(found, element))
    return plain(found).matches(PRESSED) || styleOf(element).pointerEvents === "none";
  if (element.localName === "area" && found === pictureOf(element)) return true;
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

// Places to try between two edges: both, the middle, and as many between as it takes.
function placesBetween(from, to) {
  const steps = 2 * Math.min(4, Math.max(1, Math.ceil((to - from) / APART / 2)));
  return Array.from({ length: steps + 1 }, (_, at) => from + ((to - from) * at) / steps);
}

// How far `test` holds from `start` over `places`, which lead away from it; undefined where it holds at all of them.
function edge(start, places, test) {
  let last = start;
  for (const place of places) {
    if (test(place)) {
      last = place;
      continue;
    }
    let [held, missed] = [last, place];
    while (Math.abs(missed - held) > EXACT) {
      const half = (held + missed) / 2;
      if (test(half)) held = half;
      else missed = half;
    }
    return held;
  }
  return undefined;
}

function span(start, places, test) {
  const before = places.filter((place) => place < start).reverse();
  const after = places.filter((place) => place > start);
  return [edge(start, before, test), edge(start, after, test)];
}

/** How much of `box` is hit, round its middle or, where that is not, round the first place that is; null where none is. */
export function hitBox(box, hits) {
  const inside = (from, to) => {
    const inset = Math.min(INSET, (to - from) / 2);
    return placesBetween(from + inset, to - inset);
  };
  const [across, down] = [inside(box.left, box.right), inside(box.top, box.bottom)];
  const [middle, centre] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const places = [
    [middle, centre],
    ...across.map((place) => [place, centre]),
    ...down.map((place) => [middle, place]),
  ];
  const first = places.find(([x, y]) => hits(x, y));
  if (!first) return null;
  const [x, y] = first;
  const [left = box.left, right = box.right] = span(x, across, (at) => hits(at, y));
  const column = (left + right) / 2;
  const [top = box.top, bottom = box.bottom] = span(y, down, (at) => hits(column, at));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/**
 * Whether what lies over a point is a layer over the page (a popover, a fixed banner, a mask): no scrolling brings out what is
 * under it. Ours, which `host` holds, is none, and neither is what `element` stands in.
 */
export function isUnderLayer(x, y, element, host) {
  const own = doorOf(element);
  const top = plain(document)
    .elementsFromPoint(x, y)
    .find((one) => !holds(host, one));
  for (let node = top; plain(node)?.nodeType === 1 && !holds(node, own); node = up(node)) {
    const isLayer =
      plain(node).matches(":popover-open, dialog") || /^(fixed|absolute)$/.test(styleOf(node).position);
    const { width, height } = plain(node).getBoundingClientRect();
    if (isLayer && width * height > LAYER * innerWidth * innerHeight) return true;
  }
  return false;
}

/** What a press can't be heard of at the document: the shadow roots and documents that the controls `numbers` stand in. */
export const rootsOf = (numbers) => [
  ...new Set([
    ...trees,
    ...elements(numbers).flatMap((element) => rootsFrom(element).map(({ root }) => root)),
  ]),
];
