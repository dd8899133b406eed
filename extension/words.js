// The product's words in the language that the user has chosen, else in the browser's. A chosen language is read from our own
// package, `_locales/<language>/messages.json`: the browser's own interface only ever speaks the browser's language.
// The build has written each place of a sentence as $1, $2 … (scripts/lib/locales.mjs).
import { api } from "./background/api.js";
import { options } from "./background/options.js";

const packaged = async (path) => (await fetch(api().runtime.getURL(path))).json();

/** The languages that there are, as their folders are named. */
export const languages = () => packaged("languages.json");

/** All sentences of a language, {key: sentence}; undefined where it is not (or no longer) among ours. */
export async function sentencesIn(language) {
  try {
    const messages = await packaged(`_locales/${language}/messages.json`);
    return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  } catch (error) {
    console.warn("Farewell:", error);
    return undefined;
  }
}

const fill = (sentence, args) => sentence.replace(/\$(\d)/g, (_, n) => args[n - 1] ?? "");

/** The words, for a page of ours. */
export async function loadWords() {
  const { language } = await options();
  const sentences = language && (await sentencesIn(language));
  const message = (key, args = []) =>
    sentences ? fill(sentences[key] ?? "", args) : api().i18n.getMessage(key, args);
  // Of the words shown, not of the browser: a browser in a language that has no words here shows English.
  const tag = message("popup_language");
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  const plurals = new Intl.PluralRules(tag);
  const number = (value) => numbers.format(value);
  return {
    language: tag,
    message,
    number,
    list: (items) => lists.format(items),
    /** The sentence for so many: $1 is the number, what else it takes in follows. */
    count(key, value, args = []) {
      const all = [number(value), ...args];
      return message(`${key}_${plurals.select(value)}`, all) || message(`${key}_other`, all);
    },
  };
}
