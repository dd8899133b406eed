// Filling a field so that the page believes it: through the native setter (a framework puts its own on the field to
// hear who writes), with bubbling `input` and `change`. Only fields of the page and of its own frames, only editable ones,
// only empty.
import { elementOf } from "./read/nodes.js";

const TYPED = /^(input|textarea)$/;

function open(number, tag) {
  const field = elementOf(number);
  const isOpen = field && tag.test(field.localName) && window === window.top;
  return isOpen && !field.readOnly && !field.matches(":disabled") ? field : null;
}

// What stood in a field before it was filled.
const former = new WeakMap();

function write(field, value) {
  Reflect.set(Object.getPrototypeOf(field), "value", value, field);
  for (const type of ["input", "change"])
    field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

/** Types `text` into an empty field; whether it could. */
export function type(number, text) {
  const field = open(number, TYPED);
  if (!field || field.value !== "") return false;
  former.set(field, "");
  write(field, text);
  return true;
}

/** Chooses an option of a native select in which nothing is chosen. Gives the option's value, and "" where it can't. */
export function choose(number, option) {
  const select = open(number, /^select$/);
  const { value } = elementOf(option) ?? {};
  // A first option without a value, or one that can't be chosen, is the page's "please choose".
  const chosen = select?.selectedOptions[0];
  const isEmpty = !chosen || chosen.value === "" || chosen.disabled;
  if (!select || !value || !isEmpty || !select.contains(elementOf(option))) return "";
  former.set(select, select.value);
  write(select, value);
  return value;
}

export const valueOf = (number) => elementOf(number)?.value;

/** Puts back what was there before; a field that the page has made anew is emptied. */
export function restore(number) {
  const field = open(number, /./);
  if (field) write(field, former.get(field) ?? "");
}
