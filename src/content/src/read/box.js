// Where an element is: its own box, and that box in the window of the top document. A frame shifts and scales what is in
// it by its border, its padding, its own transforms and its `zoom`.
import { documentOf, plain } from "./nodes.js";

/** The frame that `element` is in, where it may be known. */
export function frameOf(element) {
  try {
    return documentOf(element).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

export const styleOf = (element) => documentOf(element).defaultView?.getComputedStyle(element);

const rectOf = (left, top, right, bottom) => ({
  left,
  top,
  right,
  bottom,
  width: Math.max(0, right - left),
  height: Math.max(0, bottom - top),
});

/** The picture on which an area of an image map lies. */
export function pictureOf(area) {
  const name = area.closest("map")?.name;
  return (name && documentOf(area).querySelector(`img[usemap="#${CSS.escape(name)}"]`)) || null;
}

// The area of an image map has no box of its own: its shape lies on the picture, whose border and padding it does not count.
function areaBox(area) {
  const picture = pictureOf(area);
  const box = (picture ?? area).getBoundingClientRect();
  const numbers = area.coords.split(",").map(Number);
  if (!picture || area.shape === "default" || numbers.length < 3 || numbers.some(Number.isNaN)) return box;
  const { paddingLeft, paddingTop } = styleOf(picture);
  const across = box.width / (picture.offsetWidth || 1);
  const down = box.height / (picture.offsetHeight || 1);
  const left = box.left + (picture.clientLeft + parseFloat(paddingLeft)) * across;
  const top = box.top + (picture.clientTop + parseFloat(paddingTop)) * down;
  const [x, y, radius] = numbers;
  const isCircle = area.shape === "circle";
  const xs = isCircle ? [x - radius, x + radius] : numbers.filter((_, at) => at % 2 === 0);
  const ys = isCircle ? [y - radius, y + radius] : numbers.filter((_, at) => at % 2 === 1);
  const far = [left + Math.max(...xs) * across, top + Math.max(...ys) * down];
  return rectOf(left + Math.min(...xs) * across, top + Math.min(...ys) * down, ...far);
}

/** The box of `element` in the window of its own document; with `display: contents` that of what is in it. */
export function ownBox(element) {
  const own = plain(element);
  if (own.localName === "area") return areaBox(element);
  const box = own.getBoundingClientRect();
  if (box.width || box.height || !own.firstChild || styleOf(element)?.display !== "contents") return box;
  return [...own.childNodes].map(nodeBox).reduce(around);
}

function nodeBox(node) {
  if (plain(node).nodeType === 1) return ownBox(node);
  const range = documentOf(node).createRange();
  range.selectNode(node);
  return range.getBoundingClientRect();
}

/** The smallest box round two; one of no size counts for nothing. */
export function around(a, b) {
  if (!a.width && !a.height) return b;
  if (!b.width && !b.height) return a;
  return rectOf(
    Math.min(a.left, b.left),
    Math.min(a.top, b.top),
    Math.max(a.right, b.right),
    Math.max(a.bottom, b.bottom),
  );
}

// Widths that the browser rounds to whole pixels differ from the true ones by less than this.
const ROUNDING = 1;
const near = (scale, other, length) => (Math.abs(scale - other) * length <= ROUNDING ? other : scale);
// A frame's own zoom changes the scale in it by more than this; what a browser counts to its window differs by less.
const ZOOMED = 0.05;
const inside = (scale, outer) => (Math.abs(scale / outer - 1) < ZOOMED ? outer : scale);

/** How the window of `frame` lies in the document that the frame stands in: its place, its size and its scale. */
export function windowOf(frame) {
  const outer = frame.getBoundingClientRect();
  const style = styleOf(frame);
  const [left, top, right, bottom] = ["Left", "Top", "Right", "Bottom"].map(
    (side) => parseFloat(style[`border${side}Width`]) + parseFloat(style[`padding${side}`]),
  );
  const { innerWidth, innerHeight } = frame.contentWindow;
  const across = near(outer.width / (frame.offsetWidth || 1), 1, frame.offsetWidth);
  const down = near(outer.height / (frame.offsetHeight || 1), 1, frame.offsetHeight);
  const width = outer.width - (left + right) * across;
  const height = outer.height - (top + bottom) * down;
  return {
    left: outer.left + left * across,
    top: outer.top + top * down,
    width,
    height,
    across: inside(width / (innerWidth || 1), across),
    down: inside(height / (innerHeight || 1), down),
  };
}

/** `box`, which lies in a frame with this window, as it lies in the document outside. */
export const outOf = ({ left, top, across, down }, box) =>
  rectOf(left + box.left * across, top + box.top * down, left + box.right * across, top + box.bottom * down);

/** What two boxes have in common; of no size where that is nothing. */
export const common = (a, b) =>
  rectOf(
    Math.max(a.left, b.left),
    Math.max(a.top, b.top),
    Math.min(a.right, b.right),
    Math.min(a.bottom, b.bottom),
  );

/** `box` of something in the document of `element`, as it lies in the window of the top document. */
export function inTop(element, box) {
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) box = outOf(windowOf(frame), box);
  return box;
}

/** The box of `element` in the window of the top document. */
export const boxOf = (element) => inTop(element, ownBox(element));
