// Brings a control into sight, and the keyboard to it and back.
import { frameOf, pictureOf, styleOf } from "../read/box.js";
import { elementOf, plain, rootOf } from "../read/nodes.js";
import { FIELD } from "./clip.js";
import { doorOf as outermost, PRESSED } from "./hit.js";

/** Brings a control into sight in every pane that it is in, and in the window. */
export function bring(number) {
  const element = elementOf(number);
  const stand = element?.localName === "area" ? pictureOf(element) : element;
  for (let node = stand; node; node = frameOf(node)) {
    const shown = styleOf(node)?.display === "contents" ? (node.firstElementChild ?? node) : node;
    shown.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  }
}

/** Puts the keyboard's focus on a control, or on what can take it in it; whether it is there. */
export function focusOn(number) {
  const element = elementOf(number);
  element?.focus?.({ preventScroll: true });
  return isFocused(number);
}

/** Whether a control has the keyboard's focus. */
export function isFocused(number) {
  const element = elementOf(number);
  return Boolean(element) && rootOf(element).activeElement === element;
}

/** Gives the keyboard's focus to the first of these that takes it: `former`, what the page is about, anything on the page. */
export function focusBack(former) {
  const some = `:is(${PRESSED}, ${FIELD})`;
  const all = [`:is(main, [role=main]) ${some}`, some].flatMap((one) => [
    ...plain(document).querySelectorAll(one),
  ]);
  for (const element of [former, ...all]) {
    element?.focus?.({ preventScroll: true });
    if (element && rootOf(element).activeElement === element) return;
  }
}

/** The element in the top document by which a control is reached with the Tab key. */
export const doorOf = (number) => outermost(elementOf(number) ?? null);
