// The build's own parts, without a compiler: words that must fit together, archives, sections.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { unzipSync } from "fflate";
import { manifest } from "../../extension/manifest.mjs";
import { locales, messagesJson } from "../../scripts/lib/locales.mjs";
import { pack } from "../../scripts/lib/pack.mjs";
import { at } from "../../scripts/lib/places.mjs";
import { sections } from "../../scripts/lib/wasm-format.mjs";

function temporary(context) {
  const folder = mkdtempSync(join(tmpdir(), "farewell-test-"));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function words(context, files) {
  const folder = temporary(context);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  }
  return folder;
}

const troubles = (folder) => {
  try {
    locales(folder);
  } catch (error) {
    return error.message;
  }
  return "";
};

test("split files become one messages.json, sorted, without notes, its places numbered", (context) => {
  const folder = words(context, {
    "en/b.json": {
      beta: { message: "B $N$", description: "a note", placeholders: { n: { content: "$1" } } },
    },
    "en/a.json": { alpha: { message: "A" } },
  });
  assert.deepEqual(JSON.parse(messagesJson(locales(folder).en)), {
    alpha: { message: "A" },
    beta: { message: "B $1" },
  });
});

test("words that don't fit together are named, all at once", (context) => {
  const one = { message: "x $1" };
  const folder = words(context, {
    "en/a.json": { first: one, second: { message: "{n} left" }, third: one },
    "en/b.json": { first: one },
    "ar/a.json": { first: one, second: { message: "left" }, fourth: one },
  });
  const said = troubles(folder);
  assert.match(said, /en: "first" is in a\.json and in b\.json/);
  assert.match(said, /ar: "second" has other placeholders \(none\) than English \(\{n\}\)/);
  assert.match(said, /ar: "third" is missing/);
  assert.match(said, /ar: "fourth" is not in English/);
});

test("the product's own words fit together, and the manifest's are among them", () => {
  const { en } = locales();
  for (const browser of ["chrome", "firefox"]) {
    for (const [, key] of JSON.stringify(manifest(browser)).matchAll(/__MSG_(\w+)__/g)) {
      assert.ok(en[key], `${key} is not in extension/_locales/en`);
    }
  }
});

test("the manifest asks for no more than it says", () => {
  for (const browser of ["chrome", "firefox"]) {
    const made = manifest(browser);
    assert.equal(made.content_scripts, undefined);
    assert.equal(made.web_accessible_resources, undefined);
    assert.deepEqual(made.host_permissions, [
      "https://*.aliexpress.com/*",
      "https://*.aliexpress.us/*",
      "https://*.aliexpress.ru/*",
    ]);
  }
  assert.deepEqual(manifest("firefox").permissions, ["scripting", "storage", "activeTab"]);
  assert.deepEqual(manifest("chrome").permissions, ["scripting", "storage", "activeTab", "webRequest"]);
});

test("an archive is the same bytes whatever the order, and keeps what is executable", (context) => {
  const folder = temporary(context);
  const entries = [
    ["b/run", Buffer.from("#!"), true],
    ["a.txt", Buffer.from("a".repeat(1000)), false],
  ];
  pack(join(folder, "1.zip"), [...entries]);
  pack(join(folder, "2.zip"), [...entries].reverse());
  const made = readFileSync(join(folder, "1.zip"));
  assert.deepEqual(made, readFileSync(join(folder, "2.zip")));
  assert.deepEqual(Object.keys(unzipSync(made)), ["a.txt", "b/run"]);
});

test("a module's sections are found", () => {
  const head = [0, 97, 115, 109, 1, 0, 0, 0];
  const custom = [0, 3, 2, 104, 105];
  const long = [10, 0x80, 0x01, ...new Array(128).fill(7)];
  const found = sections(Buffer.from([...head, ...custom, ...long]));
  assert.deepEqual(
    found.map(({ id, name, bytes }) => [id, name, bytes.length]),
    [
      [0, "hi", 5],
      [10, undefined, 131],
    ],
  );
});

test("every page of ours links the file that defines what its styles use", () => {
  const folder = at("extension");
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  assert.ok(pages.length >= 5, "the pages are looked through");
  const missing = pages.flatMap((page) => {
    const html = readFileSync(join(folder, page), "utf8");
    const linked = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, name]) => name);
    const css = linked.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    const defined = new Set([...css.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
    const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    return [...new Set(used)].filter((name) => !defined.has(name)).map((name) => `${page}: ${name}`);
  });
  assert.deepEqual(missing, []);
});
