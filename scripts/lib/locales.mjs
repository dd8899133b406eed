// The words: `extension/_locales/<language>/*.json`, split by where they are read (popup.json, guide.json …), become
// the one messages.json that browsers want. English is the source: a language with a key too few, a key too many, the
// same key in two files, or other placeholders than English fails the build, naming each. A message that counts something
// stands once for each plural category of its language (docs/adding-a-language.md).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./places.mjs";
import { Fail } from "./shell.mjs";

/** Every language's merged messages: `{ en: {key: {message, …}}, ar: … }`. */
export function locales(folder = at("extension", "_locales")) {
  const troubles = [];
  const merged = {};
  for (const language of readdirSync(folder).sort()) {
    const messages = {};
    const origin = {};
    for (const file of readdirSync(join(folder, language)).sort()) {
      if (!file.endsWith(".json")) continue;
      for (const [key, entry] of Object.entries(
        JSON.parse(readFileSync(join(folder, language, file), "utf8")),
      )) {
        if (origin[key]) troubles.push(`${language}: "${key}" is in ${origin[key]} and in ${file}`);
        if (!/^[A-Za-z0-9_@]+$/.test(key))
          troubles.push(`${language}: "${key}" has a character that keys can't have`);
        if (typeof entry.message !== "string")
          troubles.push(`${language}: "${key}" in ${file} has no message`);
        origin[key] = file;
        messages[key] = entry;
      }
    }
    merged[language] = messages;
  }
  if (!merged.en) throw new Fail("There are no English words.", "write extension/_locales/en/*.json");
  for (const [language, messages] of Object.entries(merged))
    troubles.push(...compare(language, messages, merged.en));
  if (troubles.length) {
    throw new Fail(
      `The words don't fit together:\n  ${troubles.join("\n  ")}`,
      "correct extension/_locales/, build again",
    );
  }
  return merged;
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

function compare(language, messages, english) {
  const troubles = [];
  const { plain, forms } = wanted(language, english);
  for (const [key, source] of Object.entries({ ...plain, ...forms })) {
    const message = messages[key];
    if (!message) troubles.push(`${language}: "${key}" is missing`);
    // A form may say its number in words: "one order".
    else if (shape(message) !== shape(source) && !(forms[key] && shape(message) === shape(source, "1"))) {
      troubles.push(
        `${language}: "${key}" has other placeholders (${shape(message)}) than English (${shape(source)})`,
      );
    }
  }
  for (const key of Object.keys(messages)) {
    if (!plain[key] && !forms[key]) troubles.push(`${language}: "${key}" is not in English`);
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
