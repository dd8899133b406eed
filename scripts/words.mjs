// `npm run words`: what of the words is wanting, language by language: messages that are missing, over-long, or unreviewed, which
// means not read a second time since they or their English source last changed. Ends with 1 where any is.
//   --reviewed LANGUAGE   writes down that all messages of the language have been read a second time; `all` for every language
// What was read stands in translations/reviewed/LANGUAGE.txt, a fingerprint for each message (scripts/lib/message.mjs).
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readLocales, sourceOf } from "./lib/locales.mjs";
import { fingerprint } from "./lib/message.mjs";
import { at, read } from "./lib/places.mjs";
import { Fail, main, say } from "./lib/shell.mjs";

const REVIEWED = ["translations", "reviewed"];
/** How many keys of a kind are named. */
const NAMED = 12;

const fileOf = (language) => [...REVIEWED, `${language}.txt`];

/** The fingerprint of each message, `[key, fingerprint]`. */
const fingerprints = (messages, english) =>
  Object.entries(messages).map(([key, { message }]) => [
    key,
    fingerprint(key, message, sourceOf(key, english)?.message),
  ]);

/** The keys of the messages that nobody has read a second time as they are now. */
function unreviewed(language, messages, english) {
  const file = fileOf(language);
  const known = new Set(existsSync(at(...file)) ? read(...file).split("\n") : []);
  return fingerprints(messages, english)
    .filter(([, print]) => !known.has(print))
    .map(([key]) => key);
}

function writeReviewed(languages, merged) {
  mkdirSync(at(...REVIEWED), { recursive: true });
  for (const language of languages) {
    if (!merged[language]) {
      throw new Fail(
        `There are no words in "${language}".`,
        `npm run words -- --reviewed all|${Object.keys(merged).join("|")}`,
      );
    }
    const prints = fingerprints(merged[language], merged.en).map(([, print]) => print);
    writeFileSync(at(...fileOf(language)), `${prints.join("\n")}\n`);
  }
}

/** A row of the table for each language. */
function rows({ merged, troubles }) {
  return Object.entries(merged).map(([language, messages]) => {
    const count = (...kinds) =>
      troubles.filter((one) => one.language === language && kinds.includes(one.kind)).length;
    return {
      language,
      messages: Object.keys(messages).length,
      missing: count("missing"),
      "over-long": count("overLong"),
      unreviewed: unreviewed(language, messages, merged.en).length,
      "else wrong": count("malformed", "extra", "placeholders", "english"),
    };
  });
}

/** The table as aligned text. */
function table(all) {
  const heads = Object.keys(all[0]);
  const line = (cells) =>
    cells.map((cell, n) => (n ? String(cell).padStart(heads[n].length + 2) : cell.padEnd(10))).join("");
  return [line(heads), ...all.map((row) => line(Object.values(row)))].join("\n");
}

/** Names what is counted, so that it can be found. */
function explain({ merged, troubles }) {
  for (const { language, words } of troubles) say(`${language}: ${words}`);
  for (const [language, messages] of Object.entries(merged)) {
    const keys = unreviewed(language, messages, merged.en);
    if (!keys.length) continue;
    const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : "";
    say(`${language}: not read a second time: ${keys.slice(0, NAMED).join(", ")}${more}`);
  }
}

await main(() => {
  const { values } = parseArgs({ options: { reviewed: { type: "string" } } });
  const words = readLocales();
  if (values.reviewed) {
    writeReviewed(values.reviewed === "all" ? Object.keys(words.merged) : [values.reviewed], words.merged);
  }
  const all = rows(words);
  say(table(all));
  const isWanting = all.some(({ language: _, messages: __, ...counts }) =>
    Object.values(counts).some(Boolean),
  );
  if (!isWanting) return;
  say("");
  explain(words);
  throw new Fail(
    "Some words are wanting.",
    "mend what is named above; after a second reading: npm run words -- --reviewed LANGUAGE",
  );
});
