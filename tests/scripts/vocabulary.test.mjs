// Names that two languages have to share: what the compiler of one end can't see, these hold against the other end.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { at } from "../../scripts/lib/places.mjs";

const read = (path) => readFileSync(at(...path.split("/")), "utf8");
const sorted = (names) => [...new Set(names)].sort();
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** What stands between the braces, brackets or parentheses that open behind `start`. */
function block(text, start) {
  const from = text.indexOf(start);
  assert.ok(from >= 0, `there is "${start}"`);
  const begin = from + start.length;
  let depth = 1;
  let end = begin;
  for (; depth > 0; end++) depth += { "{": 1, "[": 1, "}": -1, "]": -1 }[text[end]] ?? 0;
  return text.slice(begin, end - 1);
}

/** The variants of an enum in Rust, as serde writes them. */
function variants(path, name, write) {
  const body = block(read(path), `enum ${name} {`).replace(/^\s*(\/\/\/|#\[).*$/gm, "");
  const outermost = body.replace(/\{[^{}]*\}|\([^()]*\)/g, "");
  return all(outermost, /\b([A-Z]\w*)/g).map(write);
}
const lowercase = (name) => name.toLowerCase();
const kebab = (name) => name.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();

/** The names of the methods of an object in JavaScript. */
const handled = (name) =>
  all(block(read("extension/background/messages.js"), `const ${name} = {`), /^ {2}(?:async )?(\w+)[(:]/gm);

test("the background has an answer for each message of the engine, and for no other", () => {
  const said = variants("src/content/src/protocol.rs", "Report", lowercase);
  assert.ok(said.includes("remember"));
  assert.deepEqual(sorted(handled("ofEngine")), sorted(said));
});

test("the background has an answer for each message of our pages, and for no other", () => {
  const toEngine = variants("src/content/src/protocol.rs", "Command", lowercase);
  const asked = [
    ["src/panel/src/browser.rs", "Question"],
    ["src/pages/src/kept.rs", "Question"],
    ["src/before/src/browser.rs", "Message"],
  ].flatMap(([path, name]) => variants(path, name, lowercase));
  const forBackground = asked.filter((name) => !["status", "skeleton"].includes(name));
  for (const name of ["status", "skeleton"]) assert.ok(toEngine.includes(name), `the engine hears "${name}"`);
  assert.deepEqual(sorted(handled("ofPopup")), sorted(forBackground));
});

test("the engine hears what the background tells it", () => {
  const known = variants("src/content/src/protocol.rs", "Command", lowercase);
  const told = ["commands", "messages", "tabs"].flatMap((name) =>
    all(read(`extension/background/${name}.js`), /tell\([^;]*?type: "(\w+)"/g),
  );
  const heard = known.map((name) => (name === "shortcut" ? "command" : name));
  assert.deepEqual(
    sorted(told).filter((name) => !heard.includes(name)),
    [],
  );
});

test("a batch, a row and a holding are refused by the names that farewell-orders has", () => {
  const kept = read("extension/background/collected.js");
  const listed = (name) => all(block(kept, `const ${name} = [`), /"([\w-]+)"/g);
  assert.deepEqual(listed("ROWS"), variants("src/orders/src/before.rs", "RowId", lowercase));
  assert.deepEqual(listed("STATES"), variants("src/orders/src/before.rs", "RowState", lowercase));
  assert.deepEqual(listed("HOLDINGS"), variants("src/orders/src/holdings.rs", "Kind", kebab));
  assert.deepEqual(listed("LEFT"), variants("src/orders/src/holdings.rs", "Left", lowercase));
});

test("the pages of ours that a callout offers are those of the core", () => {
  const pages = all(block(read("extension/background/messages.js"), "const OWN_PAGES = ["), /"(\w+)"/g);
  assert.deepEqual(sorted(pages), sorted(all(block(read("src/core/src/ids.rs"), "OwnPage {"), /= "(\w+)"/g)));
});

test("the walk packs its records as Rust unpacks them: separators, kinds, and what is so of an item", () => {
  const gather = read("src/content/src/read/gather.js");
  const record = read("src/core/src/record.rs");
  for (const name of ["RECORD", "FIELD", "PART"]) {
    const [packed] = all(gather, new RegExp(`const ${name} = "\\\\u00(\\w\\w)"`, "g"));
    assert.deepEqual(
      all(record, new RegExp(`const ${name}: char = '\\\\u\\{(\\w\\w)\\}'`, "g")),
      [packed],
      name,
    );
  }
  const letters = ["ROLES", "INPUTS", "TAGS"].flatMap((name) =>
    all(block(gather, `const ${name} = {`), /: "(\w)"/g),
  );
  const known = all(block(record, "const KINDS: [(u8, Kind); 17] = ["), /b'(\w)'/g);
  assert.deepEqual(
    sorted(letters).filter((letter) => !known.includes(letter)),
    [],
  );
  const flags = (path, pattern) =>
    [...read(path).matchAll(pattern)].map(([, name, value]) => `${name} ${value}`);
  const packed = flags("src/content/src/read/facts.js", /^const ([A-Z_]+) = (1|2|4|8|16|32|64|128);$/gm);
  assert.equal(packed.length, 8);
  assert.deepEqual(flags("src/content/src/read/mod.rs", /^const ([A-Z_]+): u32 = (\d+);$/gm), packed);
});
