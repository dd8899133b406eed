// What the controls say that are pointed at, and whether that is still what they said when they were read: a row that is
// used again for something else, or an element that is relabelled in place, is not what it was taken for.
import { plain, rootOf } from "../read/nodes.js";
import { BOX, FIELD, refresh } from "./clip.js";
import { elements } from "./hit.js";

const LONGEST = 400;
const NAMES = ["alt", "aria-label", "title"];
const NAMED = NAMES.map((name) => `[${name}]`).join();

const said = new WeakMap();

const textOf = (element) => element?.textContent.slice(0, LONGEST) ?? "";

// The labels of a box, and the elements that name a control from elsewhere.
function labelsOf(element) {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const root = rootOf(element);
  return [
    ...(element.matches(BOX) ? (element.labels ?? []) : []),
    ...ids.map((id) => root.getElementById?.(id)).filter(Boolean),
  ];
}

// Digits count down, and an address changes behind its "?" when it is pressed.
function words(element) {
  const of = (name) => element.getAttribute(name) ?? "";
  const isTyped = element.matches(FIELD);
  const text = isTyped
    ? `${of("name")} ${of("placeholder")}`
    : `${textOf(element)} ${element.localName === "input" ? of("value") : ""}`;
  const named = isTyped ? [element] : [element, ...element.querySelectorAll(NAMED)];
  const names = named.flatMap((one) => NAMES.map((name) => plain(one).getAttribute(name) ?? ""));
  const address = of("href").split(/[?#]/)[0];
  const all = [text, ...labelsOf(element).map(textOf), ...names, address];
  return all.join("\n").replace(/\d+/g, "0").replace(/\s+/g, " ");
}

/** These are pointed at from now on: what they say now is what they were read to say. */
export function remember(numbers) {
  refresh();
  for (const element of elements(numbers)) said.set(element, words(element));
}

/** Whether `element` says something else than it did. */
export const saysElse = (element) => said.has(element) && said.get(element) !== words(element);

/** Whether one of them says something else than it did. */
export const hasChanged = (numbers) => elements(numbers).some(saysElse);

/** The elements in which stands what the controls `numbers` say. */
export const speakersOf = (numbers) =>
  elements(numbers).flatMap((element) => [element, ...labelsOf(element)]);
