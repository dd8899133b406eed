// One translated message beside its English source: is it so long that it breaks a layout, is it still English, and was this
// very pair read a second time?
import { createHash } from "node:crypto";

/** How much wider than English a message may be: short labels are wide in relation, long texts must not be. */
const RATIO = 1.65;
const ALLOWANCE = 26;

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const WITHOUT_WIDTH = /\p{Mn}/u;

/** The columns that a text takes in a line: an ideograph takes nearly two, a sign above or below a letter none. */
export const columns = (text) =>
  [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1.75 : WITHOUT_WIDTH.test(sign) ? 0 : 1), 0);

/** Whether a message needs far more room than its English source. */
export function isOverLong(message, english) {
  const room = columns(english);
  return columns(message) > Math.max(room * RATIO, room + ALLOWANCE);
}

/** Words that are the same in every language. */
const NAMES = /\b(Farewell|AliExpress|ltr|rtl)\b|\$\w+\$?|https?:\S+/g;

const wordsOf = (text) => text.replace(NAMES, "").match(/\p{L}{3,}/gu) ?? [];

const isLatin = (language) => new Intl.Locale(language.replace("_", "-")).maximize().script === "Latn";

/**
 * Whether a message was left in English. A single word may be the same in a language of the same letters ("Status"); in one
 * of other letters a message without any of them is not translated.
 */
export function isEnglish(language, message, english) {
  const words = wordsOf(message);
  if (isLatin(language)) return words.length > 1 && message === english;
  return words.length > 0 && !/(?!\p{Script=Latin})\p{L}/u.test(message);
}

/** What stands for a message and its source in the list of those that were read a second time: it changes with either. */
export const fingerprint = (key, message, english) =>
  createHash("sha256").update([key, english, message].join("\0")).digest("hex").slice(0, 8);
