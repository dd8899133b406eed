// The product's own English words, which the tests' browsers show: so a test names what has to be said by its key.

import { locales } from "../../../scripts/lib/locales.mjs";

const { en } = locales();

/** A pattern that fits a text that says the words of a key, whatever stands for its placeholders. */
export function saying(key) {
  const { message } = en[key.replaceAll("-", "_")];
  const parts = message.split(/\$\w+\$?/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".+"));
}
