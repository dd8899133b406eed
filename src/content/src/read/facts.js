// The dear facts, those that need styles and layout, for the few nodes that were kept: one pass again, for the same
// reason as the walk. Nothing is written to the page in between, so the browser computes its layout once.

import { boxOf, frameOf, ownBox, pictureOf, styleOf } from "./box.js";
import { candidates, forget, kinds, said, withDecomposed } from "./gather.js";
import { topModal } from "./modal.js";
import { descriptionOf, labelsOf, nameOf } from "./name.js";
import { documentOf, keep, numberOf, plain, rootOf } from "./nodes.js";

const FIELD = "\u001f";
const RECORD = "\u001e";
const PART = "\u001d";

const SHOWN = 1;
const ENABLED = 2;
const FILLED = 4;
const STRONG = 8;
const PRESSED = 16;
const READ_ONLY = 32;
const REQUIRED = 64;
const BEHIND = 128;

const EVERYTHING = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const NOTHING = { left: 0, top: 0, right: 0, bottom: 0 };
const SET_APART = /^(b|strong|code|kbd|mark|em|i|u|q|var|samp)$/;
const LOOKS_STRONG = /danger|primary|destructive|warn/i;
const LOOKS_LIKE_DIALOG = /modal|dialog|popup|drawer/i;
const SEAM = "\u001c";
// A text longer than this is prose, whatever the pointer looks like over it.
const LONGEST_LABEL = 80;
const LOOKS_DISABLED = /(^|[\s_-])(disabled|loading)(?![a-z])/i;

const LOOKS_CHOSEN = /(^|[\s_-])(selected|active|checked|chosen)(?![a-z])/i;
// What is fainter nobody sees.
const FAINTEST = 0.05;

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const parentOf = (element) => {
  const own = plain(element);
  return own.assignedSlot ?? own.parentElement ?? rootOf(element).host ?? null;
};

// What is fixed to the window is out of reach outside it: a drawer that is parked there.
function windowOf(page) {
  const { clientWidth, clientHeight } = page.documentElement;
  return { left: 0, top: 0, right: clientWidth, bottom: clientHeight, isWindow: true };
}

// Traps for robots and words for screen readers are cut to nothing by `clip` or `clip-path`.
const isClippedAway = ({ clip, clipPath }) =>
  /^rect\((0px|1px),? (0px|1px),? (0px|1px),? (0px|1px)\)$/.test(clip) ||
  /^(inset\((5\d|[6-9]\d|100)(\.\d+)?%|circle\(0|ellipse\(0|polygon\(0(px|%)? 0(px|%)?(, 0(px|%)? 0(px|%)?)*\))/.test(
    clipPath,
  );

/** Whether anything of an element can be seen: it is neither hidden nor too faint. */
function isPainted(element) {
  const isContents = styleOf(element).display === "contents";
  const boxed = isContents ? parentOf(element) : element;
  return plain(boxed).checkVisibility({ visibilityProperty: true }) && opacityOf(element) >= FAINTEST;
}

function opacityOf(element) {
  let opacity = 1;
  for (let one = element; one && opacity >= FAINTEST; one = parentOf(one)) {
    const style = styleOf(one);
    opacity *= style.opacity;
    if (/opacity\(0(%|\.0\d*)?\)/.test(style.filter)) return 0;
  }
  return opacity;
}

/** A transparent native control over a drawn face is what is pressed there. */
function isPressedThrough(element, box) {
  if (!/^(select|input)$/.test(element.localName) || !element.checkVisibility({ visibilityProperty: true }))
    return false;
  const isDrawn = element.localName === "select" || /^(checkbox|radio|file)$/.test(element.type);
  if (!isDrawn || styleOf(element).pointerEvents === "none") return false;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = rootOf(element).elementFromPoint?.(x, y);
  // What is out of the window is hit by nothing.
  return hit ? hit === element : parentOf(element).getBoundingClientRect().height > 1;
}

// The page goes on between the walk and this: what has gone meanwhile, by itself or with its frame, has no facts, and so
// neither a name nor a place where it shows.
const isGone = (node) => !plain(node).isConnected || !documentOf(node).defaultView;

/**
 * A record for each of the candidates `wanted`. From now on these are the nodes that
 * numbers stand for; a native box or file field that hides behind its label gives way to it.
 */
export function facts(wanted) {
  const windows = new Map();
  const labels = new Map();

  // The open modal dialog makes all else inert; what reaches the root without passing it is behind it.
  const modalOf = (page) => {
    if (!windows.has(page)) windows.set(page, topModal(page));
    return windows.get(page);
  };

  // What shows through all that is around an element, with a modal dialog of the page thought away or not.
  const around = (ignoresModal) => {
    const clips = new Map();
    const clipOf = (element) => {
      if (!element) return EVERYTHING;
      if (!clips.has(element)) clips.set(element, clipped(element));
      return clips.get(element);
    };

    // What is inside a box of no size is folded away; what a scroll container has scrolled out can be scrolled back.
    const clipped = (element) => {
      const own = plain(element);
      const page = documentOf(element);
      const modal = ignoresModal ? undefined : modalOf(page);
      if (own.inert && !ignoresModal) return NOTHING;
      if (element === modal) return EVERYTHING;
      if (element === page.documentElement) {
        if (modal) return NOTHING;
        const frame = frameOf(element);
        return frame ? (clipOf(frame) === NOTHING ? NOTHING : EVERYTHING) : EVERYTHING;
      }
      const style = styleOf(element);
      let clip = clipOf(parentOf(element));
      if (clip === NOTHING || isClippedAway(style)) return NOTHING;
      if (style.position === "fixed") clip = windowOf(page);
      if (element === page.body || style.overflow === "visible" || /^(inline|contents)$/.test(style.display))
        return clip;
      const box = own.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !overlap(box, clip)) return NOTHING;
      if (/auto|scroll/.test(style.overflow)) return EVERYTHING;
      return /hidden|clip/.test(style.overflow) ? box : clip;
    };
    return clipOf;
  };
  const clipOf = around(false);
  const clipBehind = around(true);

  const isShown = (element, box, clips = clipOf) => {
    if (box.width <= 1 || box.height <= 1) return false;
    if (!isPainted(element) && !isPressedThrough(element, box)) return false;
    const clip = clips(element);
    const isOutside = (clip.isWindow || styleOf(element).position !== "absolute") && !overlap(box, clip);
    if (clip === NOTHING || (clip !== EVERYTHING && isOutside)) return false;
    const page = documentOf(element);
    const root = page.documentElement;
    const view = page.defaultView;
    const leftmost = styleOf(root).direction === "rtl" ? root.clientWidth - root.scrollWidth : 0;
    return box.right + view.scrollX > leftmost && box.bottom + view.scrollY > 0;
  };

  const nodes = [];
  const layers = candidates.filter((node, at) => kinds[at] === "d" && !isGone(node));
  const masks = layers.filter((layer) => isMask(layer) && isShown(layer, ownBox(layer)));

  // A dialog by role or name, or by the mask that it is in or comes after; other layers only lie over the page.
  const isDialog = (layer) =>
    isNamedDialog(layer) || (masks.some((mask) => isOver(layer, mask)) && says(layer));

  const fact = (at) => {
    const node = candidates[at];
    const kind = kinds[at];
    if (isGone(node)) return numberOf(node);
    const style = styleOf(node);
    const own = plain(node);
    let stand = node;
    // An option has no box of its own while its list is closed: it shows as its list does, an area as its picture does.
    if (own.localName === "option") stand = node.closest("select") ?? node;
    if (own.localName === "area") stand = pictureOf(node) ?? node;
    const isSeen = (element) => isShown(element, ownBox(element));
    let shown = isSeen(stand);
    // What a person sees of a transparent box is its label.
    if (/[rcf]/.test(kind) && !(shown && isPainted(node))) {
      const label = labelsOf(node, labels).find(isSeen);
      shown ||= !!label;
      stand = label ?? stand;
    }
    const isRead = /[th]/.test(kind);
    let name = isRead
      ? seamless(said[at], style)
      : apart(nameOf(node, /[aborc]/.test(kind), labels), said[at]);
    // A list that is drawn shows what was chosen as its content, its options elsewhere.
    if (kind === "l" && isDrawn(own)) name = `${name} ${node.textContent}`.replace(/\s+/g, " ");
    const isPressed =
      isRead && style.cursor === "pointer" && name.length <= LONGEST_LABEL && !own.closest("label");
    if (isPressed) {
      stand = pressableAround(node);
      name = nameOf(stand, true, labels);
    }
    const isBehind = !shown && modalOf(documentOf(node)) && isShown(stand, ownBox(stand), clipBehind);
    const flags =
      (shown ? SHOWN : 0) |
      (isBehind ? BEHIND : 0) |
      (isReadOnly(own) ? READ_ONLY : 0) |
      (isRequired(own) ? REQUIRED : 0) |
      (isEnabled(own, kind, style) ? ENABLED : 0) |
      (isFilled(own, kind) ? FILLED : 0) |
      ((kind === "d" ? isDialog(node) : /[abth]/.test(kind) && isStrong(stand)) ? STRONG : 0) |
      (isPressed ? PRESSED : 0);
    const known = /^(option|area)$/.test(own.localName) ? node : stand;
    nodes.push(known);
    const { left, top, width, height } = boxOf(own.localName === "area" ? node : stand);
    return [
      numberOf(known),
      ...[left, top, width, height].map(Math.round),
      flags,
      name,
      /[empnflsrc]/.test(kind) ? descriptionOf(node) : "",
      isRead ? setApart(own, style).join(PART) : "",
      own.maxLength > 0 ? own.maxLength : "",
    ].join(FIELD);
  };

  const packed = Array.from(wanted, fact).join(RECORD);
  keep(nodes);
  forget();
  return withDecomposed(packed);
}

// Items of a row stand apart; pieces of running text do not.
const seamless = (text, style) =>
  text
    .replaceAll(SEAM, /flex|grid/.test(style.display) ? " " : "")
    .replace(/ +/g, " ")
    .trim();

const RUN_TOGETHER = new RegExp(`(\\p{Ll})${SEAM}+(\\p{Lu})`, "gu");

// Two inline pieces that run together, as "Welcome backAccount", are two where a capital begins the second.
function apart(name, text) {
  const spaced = text.replace(RUN_TOGETHER, "$1 $2").replaceAll(SEAM, "").replace(/ +/g, " ").trim();
  const bare = (words) => words.replaceAll(" ", "");
  return spaced !== name && bare(spaced) === bare(name) ? spaced : name;
}

const isDrawn = (list) =>
  list.localName === "button" ||
  (list.matches("[role=combobox]:not(input)") && !list.querySelector("[role=option]"));

function isEnabled(node, kind, style) {
  if (node.matches(":disabled") || node.closest("[aria-disabled=true]")) return false;
  return (
    !/[ab]/.test(kind) ||
    (style.pointerEvents !== "none" && !LOOKS_DISABLED.test(node.getAttribute("class") ?? ""))
  );
}

const isReadOnly = (node) => node.readOnly === true || node.getAttribute("aria-readonly") === "true";

const isRequired = (node) => node.required === true || node.getAttribute("aria-required") === "true";

function isFilled(node, kind) {
  if (kind === "b") return isChosen(node);
  const { localName } = node;
  if (localName === "select") {
    const chosen = node.selectedOptions[0];
    return !!chosen && chosen.value !== "" && !chosen.disabled && !chosen.hidden;
  }
  if (localName === "option") return node.selected;
  if (/[rc]/.test(kind) && localName === "input") return node.checked;
  if (/[rco]/.test(kind))
    return node.getAttribute("aria-checked") === "true" || node.getAttribute("aria-selected") === "true";
  if (kind === "g" || (kind === "l" && !node.value)) {
    return !!node.querySelector(
      ":checked:not(option), [aria-checked=true], [aria-selected=true], [aria-pressed=true]",
    );
  }
  if (/[empnflo]/.test(kind)) return !!(node.value ?? node.textContent).trim();
  return false;
}

// A chip that is chosen says so by its state or, where it has none, by its class.
function isChosen(node) {
  return (
    ["aria-pressed", "aria-checked", "aria-selected"].some((name) => node.getAttribute(name) === "true") ||
    LOOKS_CHOSEN.test(node.getAttribute("class") ?? "")
  );
}

/** Whether a layer darkens or blurs the whole window, as what is drawn beneath a dialog does. */
function isMask(layer) {
  const { left, top, right, bottom } = layer.getBoundingClientRect();
  const seen = windowOf(documentOf(layer));
  if (left > 1 || top > 1 || right < seen.right - 1 || bottom < seen.bottom - 1) return false;
  const { backgroundColor, backdropFilter = "none", opacity } = styleOf(layer);
  const alpha = Number(/rgba\(.*?([\d.]+)\)/.exec(backgroundColor)?.[1] ?? 1) * opacity;
  return backdropFilter !== "none" || (alpha >= FAINTEST && alpha < 1);
}

/** Whether a layer is a mask, or is drawn over one. */
function isOver(layer, mask) {
  if (layer === mask) return true;
  const { left, top, width, height } = layer.getBoundingClientRect();
  const hit = documentOf(layer).elementFromPoint(left + width / 2, top + height / 2);
  return !!hit && (layer === hit || layer.contains(hit)) && !mask.contains(layer);
}

const says = (layer) => /\S/.test(layer.textContent);

function isNamedDialog(node) {
  return (
    plain(node).matches("dialog, [role=dialog], [role=alertdialog], [aria-modal=true]") ||
    LOOKS_LIKE_DIALOG.test(plain(node).getAttribute("class") ?? "")
  );
}

function isStrong(node) {
  if (LOOKS_STRONG.test(plain(node).getAttribute("class") ?? "")) return true;
  const [red, green, blue, alpha = 1] = (styleOf(node).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
  return red > 150 && green < 110 && blue < 110 && alpha > 0.3;
}

// Bold by a style of the page's own counts as bold by markup does.
function setApart(node, style) {
  const isApart = (child) => {
    if (SET_APART.test(child.localName)) return true;
    const own = styleOf(child);
    return (
      own.display === "inline" &&
      (own.fontWeight > style.fontWeight || own.color !== style.color || own.fontFamily !== style.fontFamily)
    );
  };
  return [...node.querySelectorAll("b, strong, code, kbd, mark, em, i, u, q, var, samp, span, font")]
    .filter(
      (child) => child.textContent.length < 60 && child.textContent !== node.textContent && isApart(child),
    )
    .map((child) => child.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

// The outermost element around `node` that shows the pointer, if it says no more than `node` does.
function pressableAround(node) {
  let found = node;
  for (let next = parentOf(node); next && styleOf(next).cursor === "pointer"; next = parentOf(next)) {
    if (plain(next).textContent.trim().length > plain(node).textContent.trim().length) break;
    found = next;
  }
  return found;
}
