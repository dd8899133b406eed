// The words: `extension/_locales/<language>/*.json`, split by where they are read (popup.json, guide.json …), become
// the one messages.json that browsers want. English is the source: a language with a key too few, a key too many, the
// same key in two files, or other placeholders than English fails the build, naming each.
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

function compare(language, messages, english) {
  const troubles = [];
  for (const key of Object.keys(english)) {
    if (!messages[key]) troubles.push(`${language}: "${key}" is missing`);
    else if (shape(messages[key]) !== shape(english[key])) {
      troubles.push(
        `${language}: "${key}" has other placeholders (${shape(messages[key])}) than English (${shape(english[key])})`,
      );
    }
  }
  for (const key of Object.keys(messages)) {
    if (!english[key]) troubles.push(`${language}: "${key}" is not in English`);
  }
  return troubles;
}

/** What a message takes in: the placeholders that are declared, and those that its text uses (once or several times). */
function shape({ message = "", placeholders = {} }) {
  const declared = Object.entries(placeholders).map(
    ([name, { content }]) => `${name.toLowerCase()}=${content}`,
  );
  const used = [...message.matchAll(/\$(\w+)\$|\$(\d)/g)].map(([, name, number]) =>
    (name ?? number).toLowerCase(),
  );
  // "{n}" and the like, filled by our own code.
  const own = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => `{${name}}`);
  return [...new Set([...declared, ...used, ...own])].sort().join(" ") || "none";
}

/** One language as the browser reads it: sorted, without the notes for translators. */
export function messagesJson(messages) {
  const keys = Object.keys(messages).sort();
  const slim = keys.map((key) => {
    const { message, placeholders } = messages[key];
    return [key, placeholders ? { message, placeholders } : { message }];
  });
  return `${JSON.stringify(Object.fromEntries(slim), null, 2)}\n`;
}
