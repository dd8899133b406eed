// What cuts a control off on its way to the top window: panes, what hides its overflow, the windows of frames.
import { common, frameOf, outOf, pictureOf, styleOf, windowOf } from "../read/box.js";
import { documentOf, plain } from "../read/nodes.js";
import { PRESSED, up } from "./hit.js";

export const FIELD = "input, select, textarea, [role=combobox], [role=textbox], [contenteditable]";
export const BOX = "input[type=checkbox], input[type=radio]";

// As large a part of a turn is not to be seen at the sides.
const SLANT = 0.02;

// What is asked once of a control and holds until something on the page changes: what clips it, how it is turned, its labels.
let known = new WeakMap();

export const lasting = (element) => {
  if (!known.has(element)) {
    const labels = [...(element.labels ?? [])];
    const own = { labels, isField: element.matches(FIELD), label: labelBeside(element, labels) };
    // What cuts off an area of an image map is what cuts off its picture.
    const stand = element.localName === "area" ? pictureOf(element) : null;
    known.set(element, { ...own, ...clippersOf(stand ?? element) });
  }
  return known.get(element);
};

/** Something on the page has changed: what clips a control may be something else now. */
export function refresh() {
  known = new WeakMap();
}

function labelBeside(element, labels) {
  if (!element.matches(BOX) || labels.length !== 1) return null;
  return labels[0].querySelector(PRESSED) ? null : labels[0];
}

// What cuts `element` off where it reaches over: panes, and what hides its overflow. In the order from inside.
function clippersOf(element) {
  const clippers = [];
  let { position } = styleOf(element);
  let isTurned = turns(styleOf(element));
  const page = documentOf(element);
  for (let node = up(element); node; node = up(node)) {
    if (plain(node).nodeType !== 1 || node === page.documentElement) continue;
    const style = styleOf(node);
    isTurned ||= turns(style);
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
    // Pictures have no pane's measures; what they cut off is not hit.
    const isPicture = plain(node).offsetWidth === undefined;
    const ofWindow = node === page.body && styleOf(page.documentElement).overflow === "visible";
    const [x, y] = [style.overflowX !== "visible", style.overflowY !== "visible"];
    const isPane = (x || y) && !ofWindow && !isPicture && !/^(inline|contents)$/.test(style.display);
    if (isPane) clippers.push({ node, x, y });
  }
  return { clippers, isTurned, isFixed: position === "fixed" };
}

// Whether what has this style stands at a slant: its sides run along no side of its box.
function turns({ transform, rotate }) {
  if (rotate && rotate !== "none") return true;
  if (!transform || transform === "none") return false;
  const { a, b, c, d } = new DOMMatrixReadOnly(transform);
  return Math.abs(b) + Math.abs(c) > SLANT * (Math.abs(a) + Math.abs(d));
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

/** What is to be seen of a box in the document of `element` and outside it, by all that cuts it off on the way up. */
export function clippedUp(element, box) {
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

/** Whether the window's own scrolling brings this box into sight. */
export function isReachable(box, isFixed) {
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
