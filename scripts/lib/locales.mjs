// The words: `extension/_locales/<language>/*.json`, split by where they are read (popup.json, guide.json …), become
// the one messages.json that browsers want. English is the source: a language with a key too few, a key too many, the
// same key in two files, other placeholders than English, a message that is far longer or still English fails the build,
// naming each. A message that counts something stands once for each plural category of its language
// (docs/adding-a-language.md).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEnglish, isOverLong } from "./message.mjs";
import { at } from "./places.mjs";
import { Fail } from "./shell.mjs";

/** Every language's merged messages: `{ en: {key: {message, …}}, ar: … }`. Throws where anything is wrong with them. */
export function locales(folder) {
  const { merged, troubles } = readLocales(folder);
  if (troubles.length) {
    const lines = troubles.map(({ language, words }) => `${language}: ${words}`);
    throw new Fail(
      `The words don't fit together:\n  ${lines.join("\n  ")}`,
      "correct extension/_locales/, build again",
    );
  }
  return merged;
}

/** The same, and what is wrong: `{ merged, troubles: [{language, kind, words}] }`. */
export function readLocales(folder = at("extension", "_locales")) {
  const languages = readdirSync(folder).sort();
  const read = languages.map((language) => [language, mergedFiles(join(folder, language))]);
  const merged = Object.fromEntries(read.map(([language, { messages }]) => [language, messages]));
  if (!merged.en) throw new Fail("There are no English words.", "write extension/_locales/en/*.json");
  const troubles = read.flatMap(([language, { messages, troubles }]) =>
    [...troubles, ...compare(language, messages, merged.en)].map((one) => ({ language, ...one })),
  );
  return { merged, troubles };
}

/** The messages of a language's files, and what is wrong with the files themselves. */
function mergedFiles(folder) {
  const troubles = [];
  const messages = {};
  const origin = {};
  const wrong = (words) => troubles.push({ kind: "malformed", words });
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    for (const [key, entry] of Object.entries(JSON.parse(readFileSync(join(folder, file), "utf8")))) {
      if (origin[key]) wrong(`"${key}" is in ${origin[key]} and in ${file}`);
      if (!/^[A-Za-z0-9_@]+$/.test(key)) wrong(`"${key}" has a character that keys can't have`);
      if (typeof entry.message !== "string") wrong(`"${key}" in ${file} has no message`);
      origin[key] = file;
      messages[key] = entry;
    }
  }
  return { messages, troubles };
}

const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** The plural categories of a language, as its folder is named: `pt_BR` → one, many, other. */
export const categoriesOf = (language) =>
  new Intl.PluralRules(language.replace("_", "-")).resolvedOptions().pluralCategories;

/** The messages that count something, by the name that their forms share: English has a form for one and one for other. */
export const counting = (english) =>
  Object.keys(english)
    .filter((key) => key.endsWith("_other"))
    .map((key) => key.slice(0, -"_other".length))
    .filter((name) => english[`${name}_one`]);

/** The keys that a language must have, each with the English message that it translates. */
function wanted(language, english) {
  const plain = { ...english };
  const forms = {};
  for (const name of counting(english)) {
    for (const category of CATEGORIES) delete plain[`${name}_${category}`];
    for (const category of categoriesOf(language)) forms[`${name}_${category}`] = english[`${name}_other`];
  }
  return { plain, forms };
}

/** The keys that a language must have. */
export function keysOf(language, english) {
  const { plain, forms } = wanted(language, english);
  return Object.keys({ ...plain, ...forms });
}

/** The English message that a key of a language translates: a form for few is a form of `…_other`. */
export const sourceOf = (key, english) =>
  english[key] ?? english[key.replace(/_(zero|one|two|few|many)$/, "_other")];

function compare(language, messages, english) {
  const troubles = [];
  const trouble = (kind, words) => troubles.push({ kind, words });
  const { plain, forms } = wanted(language, english);
  for (const [key, source] of Object.entries({ ...plain, ...forms })) {
    const message = messages[key];
    if (!message) {
      trouble("missing", `"${key}" is missing`);
      continue;
    }
    // A form may say its number in words: "one order".
    if (shape(message) !== shape(source) && !(forms[key] && shape(message) === shape(source, "1"))) {
      trouble(
        "placeholders",
        `"${key}" has other placeholders (${shape(message)}) than English (${shape(source)})`,
      );
    }
    if (language === "en") continue;
    if (isOverLong(message.message, source.message)) {
      trouble("overLong", `"${key}" is far longer than English: ${message.message}`);
    }
    if (isEnglish(language, message.message, source.message)) {
      trouble("english", `"${key}" is still English: ${message.message}`);
    }
  }
  for (const key of Object.keys(messages)) {
    if (!plain[key] && !forms[key]) trouble("extra", `"${key}" is not in English`);
  }
  return troubles;
}

/**
 * What a message takes in: the placeholders that are declared, and those that its text uses (once or several times), but for the
 * one named `without`.
 */
function shape({ message = "", placeholders = {} }, without) {
  const declared = Object.entries(placeholders).map(
    ([name, { content }]) => `${name.toLowerCase()}=${content}`,
  );
  const used = [...message.matchAll(/\$(\w+)\$|\$(\d)/g)].map(([, name, number]) =>
    (name ?? number).toLowerCase(),
  );
  // "{n}" and the like, filled by our own code.
  const own = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => `{${name}}`);
  const all = new Set([...declared, ...used, ...own]);
  all.delete(without);
  return [...all].sort().join(" ") || "none";
}

/**
 * One language as the browser reads it: sorted, without the notes for translators, and with each named place by its number, so
 * that our own loader (extension/words.js) has to know one kind of place only.
 */
export function messagesJson(messages) {
  const keys = Object.keys(messages).sort();
  const slim = keys.map((key) => [key, { message: numbered(messages[key]) }]);
  return `${JSON.stringify(Object.fromEntries(slim), null, 2)}\n`;
}

const numbered = ({ message, placeholders = {} }) =>
  message.replace(/\$(\w+)\$/g, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole);
