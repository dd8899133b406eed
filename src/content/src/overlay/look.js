// One frame's look at the controls that are pointed at: where each is, how much of it can be seen and hit, and whether it
// still says what it said. One call for all of them, in JavaScript, because a step through wasm-bindgen costs four to five
// of its own and a look takes some fifty (docs/performance.md). What follows from it is decided in Rust (look.rs).
import { around, common, inTop, ownBox, styleOf } from "../read/box.js";
import { documentOf, elementOf, plain } from "../read/nodes.js";
import { clippedUp, FIELD, isReachable, lasting } from "./clip.js";
import { hitBox, hitTest, isUnderLayer, PRESSED, up } from "./hit.js";
import { saysElse } from "./said.js";

// What is told of a control, in the order of `Standing` in look.rs.
const [GONE, CHANGED, SEEN, AWAY, CLIPPED, COVERED] = [0, 1, 2, 3, 4, 5];
// A control of which less is to be seen, in px, or less of its own side, counts as hidden.
const [LEAST, LEAST_SHARE] = [10, 0.4];
// A label that is larger or farther off than this is a text of its own.
const [FARTHEST_LABEL, WIDEST_LABEL, HIGHEST_LABEL] = [28, 560, 140];

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

// Whether something else to press lies in the box of an element that wraps: whatever stands in the same block of text.
function isShared(element, box) {
  let block = up(element);
  while (plain(block)?.nodeType === 1 && /^(inline|contents)$/.test(styleOf(block).display))
    block = up(block);
  for (const other of plain(block)?.querySelectorAll?.(PRESSED) ?? []) {
    if (other.contains(element) || element.contains(other)) continue;
    for (const piece of other.getClientRects()) {
      const shared = common(box, piece);
      if (shared.width > 1 && shared.height > 1) return true;
    }
  }
  return false;
}

const isEnough = (part, whole) =>
  part.width >= Math.min(LEAST, whole.width * LEAST_SHARE) &&
  part.height >= Math.min(LEAST, whole.height * LEAST_SHARE);

function lookAt(element, host, isOffer) {
  if (!element?.isConnected || !documentOf(element).defaultView) return [GONE];
  const facts = lasting(element);
  const own = markedBox(element, facts);
  if (own.width < 1 || own.height < 1) return [GONE];
  const whole = inTop(element, own);
  if (saysElse(element)) return [CHANGED, whole];
  const { box: open, isFixed } = clippedUp(element, own);
  if (!isEnough(open, whole)) return [CLIPPED, whole];
  const { clientWidth, clientHeight } = plain(document).documentElement;
  const sight = common(open, { left: 0, top: 0, right: clientWidth, bottom: clientHeight || innerHeight });
  if (sight.width < 1 || sight.height < 1) return [isReachable(open, isFixed) ? AWAY : CLIPPED, whole, open];
  const hits = hitTest(element, facts, host);
  const middle = [(sight.left + sight.right) / 2, (sight.top + sight.bottom) / 2];
  // The sides of a turned control's box lie outside it.
  const isWhole = (isOffer || facts.isTurned) && hits(...middle);
  const hit = isWhole ? sight : isOffer ? null : hitBox(sight, hits);
  if (!hit || !isEnough(hit, sight))
    return [isUnderLayer(...middle, element, host) ? COVERED : CLIPPED, whole];
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

// What must not be covered of an element: itself and its labels, as far as they show.
function readBox(element) {
  let box = ownBox(element);
  for (const label of lasting(element).labels) {
    const words = label.getBoundingClientRect();
    if (box.width && words.width && words.width * words.height < 4 * WIDEST_LABEL * HIGHEST_LABEL)
      box = around(box, words);
  }
  return clippedUp(element, box).box;
}

/** The boxes of `numbers` with their labels, where they show; four numbers each, zeros where they don't. */
export function boxes(numbers) {
  const told = [];
  for (const number of numbers) {
    const element = elementOf(number);
    const isThere = element?.isConnected && documentOf(element).defaultView;
    told.push(...sides(isThere && readBox(element)));
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
  return sides(readBox(element));
}
