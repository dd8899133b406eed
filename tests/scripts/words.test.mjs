// The words that the guide says, against where they are said: a key without words would stand in the page as nothing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { facts } from "../../scripts/lib/flows-doc.mjs";
import { locales } from "../../scripts/lib/locales.mjs";
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
  for (const { id: flow, step } of facts().flows) {
    for (const { id } of step) {
      const key = underscored(`guide_${flow}_${id}`);
      said.add(key).add(`${key}_body`);
    }
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

test("all that the checklist says has words, and no word of it is left over", () => {
  const said = new Set();
  const room = at("src", "before", "src");
  const sources = readdirSync(room, { recursive: true }).filter((path) => path.endsWith(".rs"));
  const files = [
    ...sources.map((path) => join(room, path)),
    at("extension", "before.html"),
    at("extension", "before.js"),
  ];
  for (const file of files)
    for (const [, key] of readFileSync(file, "utf8").matchAll(/"(before_\w+)"/g)) said.add(key);
  const known = Object.keys(en).filter((key) => key.startsWith("before_"));
  assert.deepEqual([...said].sort(), known.sort());
});

test("point 14: nobody is sent to press “Confirm received”, which pays the seller", () => {
  const sentences = Object.values(en).flatMap(({ message }) => message.split(/(?<=[.!?])\s/));
  const naming = sentences.filter((sentence) => /confirm(ed)? received|received first/i.test(sentence));
  assert.ok(naming.length > 0, "it is warned of");
  for (const sentence of naming) assert.match(sentence, /^Do not press/);
});
