// The words that the guide says, against where they are said: a key without words would stand in the page as nothing.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test from "node:test";
import { facts } from "../../scripts/lib/flows-doc.mjs";
import { html } from "../../scripts/lib/html.mjs";
import { counting, locales } from "../../scripts/lib/locales.mjs";
import { at } from "../../scripts/lib/places.mjs";

const { en } = locales();
const underscored = (id) => id.replaceAll("-", "_");

/** The keys that the sources of the core and the engine name. */
function named() {
  const keys = new Set();
  for (const room of [at("src", "core", "src"), at("src", "content", "src")]) {
    for (const path of readdirSync(room, { recursive: true })) {
      if (!/\.(rs|js)$/.test(path)) continue;
      const text = readFileSync(join(room, path), "utf8");
      for (const [, key] of text.matchAll(/"(guide_\w+)"/g)) keys.add(key);
    }
  }
  return keys;
}

test("all that the guide says has words, and no word of the guide is left over", () => {
  const said = named();
  for (const { id: flow, step, says } of facts().flows) {
    for (const { id, link } of step) {
      const key = underscored(`guide_${flow}_${id}`);
      said.add(key).add(`${key}_body`);
      if (link) said.add(link);
    }
    for (const key of Object.values(says)) if (key) said.add(key);
    if (says.answered_later) said.add(`${says.answered_later}_body`);
  }
  const known = Object.keys(en).filter((key) => key.startsWith("guide_"));
  assert.deepEqual([...said].filter((key) => !known.includes(key)).sort(), [], "keys without words");
  assert.deepEqual(
    known.filter((key) => !said.has(key)),
    [],
    "words that nobody says",
  );
});

test("what can be picked has a name: each control to press and each page that it stands on", () => {
  const ids = readFileSync(at("src", "core", "src", "ids.rs"), "utf8");
  const fields = ids.match(/fn is_field\b[^}]*/)[0];
  const variantOf = (id) => id.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
  const isPressed = (control) =>
    !new RegExp(`Self::${variantOf(control)}\\b`).test(fields) && control !== "load-more";
  const missing = new Set();
  for (const { step } of facts().flows) {
    for (const { controls, pages } of step) {
      const pressed = controls.filter(isPressed);
      const names = [
        ...pressed.map((id) => `control_${id}`),
        ...(pressed.length > 0 ? pages.map((id) => `page_${id}`) : []),
      ];
      for (const name of names) if (!en[underscored(name)]) missing.add(underscored(name));
    }
  }
  assert.deepEqual([...missing], []);
});

test("each way that ends the account has a name on the page for afterwards, and no other has", () => {
  const ends = facts().flows.filter(({ effect }) => ["closes", "erases"].includes(effect));
  const known = Object.keys(en).filter((key) => key.startsWith("after_way_"));
  assert.deepEqual(known.sort(), ends.map(({ id }) => underscored(`after_way_${id}`)).sort());
});

/** The keys with a prefix that files name, whole or as the name that counting forms share. */
function keysIn(prefix, places) {
  const keys = new Set();
  const take = (text) => {
    for (const [, key] of text.matchAll(new RegExp(`"(${prefix}_\\w+)"`, "g"))) keys.add(key);
  };
  const read = (path) => take(readFileSync(path, "utf8"));
  for (const place of places) {
    if (place.endsWith(".html")) take(html(basename(place)));
    else if (/\.\w+$/.test(place)) read(at(place));
    else
      for (const path of readdirSync(at(place), { recursive: true }))
        if (/\.(rs|js)$/.test(path)) read(at(place, path));
  }
  const counted = counting(en).filter((name) => keys.delete(name));
  for (const name of counted) keys.add(`${name}_one`).add(`${name}_other`);
  return [...keys].sort();
}

/** The keys by which the popup offers the ways, as the build makes them from their files. */
const offered = facts().flows.flatMap(({ id, consequences }) => [
  ...["", "_short", "_text"].map((part) => underscored(`popup_way_${id}${part}`)),
  ...Object.values(consequences).flatMap((words) => [`popup_consequence_${words}`, `popup_name_${words}`]),
]);

const SAID_BY = {
  before: ["src/before/src", "extension/before.html", "extension/before.js"],
  popup: [
    "src/panel/src",
    "src/shell/src",
    "extension/popup.html",
    "extension/begin.js",
    "extension/dress.js",
    "extension/words.js",
  ],
  options: ["extension/options.html", "extension/options.js"],
  welcome: ["extension/welcome.html"],
};
for (const [prefix, places] of Object.entries(SAID_BY))
  test(`all that is said by ${places[0]} has words, and no word of it is left over`, () => {
    const known = Object.keys(en).filter((key) => key.startsWith(`${prefix}_`));
    // How a control was found is said by the name of the kind.
    const named = known.filter((key) => key.startsWith("options_found_"));
    const ways = prefix === "popup" ? offered : [];
    const said = new Set([...keysIn(prefix, places), ...named, ...ways]);
    assert.deepEqual([...said].filter((key) => !known.includes(key)).sort(), [], "keys without words");
    assert.deepEqual(
      known.filter((key) => !said.has(key)),
      [],
      "words that nobody says",
    );
  });

test("a message that counts has a form for each plural category of its language, and no other", () => {
  const folder = mkdtempSync(join(tmpdir(), "farewell-words-"));
  const write = (language, messages) => {
    mkdirSync(join(folder, language), { recursive: true });
    const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
    writeFileSync(join(folder, language, "all.json"), JSON.stringify(Object.fromEntries(entries)));
  };
  const english = { left_one: "one order in $2", left_other: "$1 orders in $2", page_other: "another page" };
  write("en", english);
  const russian = { left_one: "один в $2", left_other: "$1 заказа в $2", page_other: "другая страница" };
  write("ru", { ...russian, left_few: "$1 раза $2", left_many: "$1 раз $2" });
  write("ja", { left_other: "$1 $2", page_other: "…" });
  assert.doesNotThrow(() => locales(folder));
  write("ja", { left_one: "$2", left_other: "$1 $2", page_other: "…" });
  write("ru", { ...russian, left_few: "$1", left_many: "$1 раз $2" });
  assert.throws(
    () => locales(folder),
    ({ message }) =>
      message.includes('ja: "left_one" is not in English') && message.includes('ru: "left_few" has other'),
  );
  write("ru", russian);
  assert.throws(() => locales(folder), /ru: "left_few" is missing/);
});

test("point 14: nobody is sent to press “Confirm received”, which pays the seller", () => {
  const sentences = Object.values(en).flatMap(({ message }) => message.split(/(?<=[.!?])\s/));
  const naming = sentences.filter((sentence) => /confirm(ed)? received|received first/i.test(sentence));
  assert.ok(naming.length > 0, "it is warned of");
  for (const sentence of naming) assert.match(sentence, /^Do not press/);
});
