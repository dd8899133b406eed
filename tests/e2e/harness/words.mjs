// The product's own words: so a test names what has to be said by its key.

import { locales } from "../../../scripts/lib/locales.mjs";

const words = locales();

/** What a key says in a language, word for word; the tests' browsers show English. */
export const messageIn = (language, key) => words[language][key.replaceAll("-", "_")].message;

/** A pattern that fits a text that says the words of a key, whatever stands for its placeholders. */
export function saying(key, language = "en") {
  const parts = messageIn(language, key)
    .split(/\$\w+\$?/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".+"));
}
