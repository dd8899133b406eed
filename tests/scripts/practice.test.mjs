// The practice site as a list of what can be rehearsed: nothing that it can show is left out of its index, its README
// or one of its languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { at } from "../../scripts/lib/places.mjs";
import { rehearsal } from "../../www/plain/rehearsal.mjs";
import { ROUTES } from "../../www/routes.mjs";
import { makeSite } from "../../www/site.mjs";
import { LANGUAGES, SWITCHES, turn } from "../../www/switches.mjs";

const wordsOf = (lang) => JSON.parse(readFileSync(at("www", "words", `${lang}.json`), "utf8"));

function index() {
  const switches = turn(new URLSearchParams(), new URLSearchParams());
  const site = makeSite({ hostname: "www.aliexpress.com", port: "", switches, words: wordsOf("en") });
  return String(rehearsal({ site }).body);
}

test("the index and the README list every switch with each of its values", () => {
  const page = index();
  const readme = readFileSync(at("www", "README.md"), "utf8");
  for (const [name, { values, about }] of Object.entries(SWITCHES)) {
    assert.ok(page.includes(`<code>${name}</code>`), `${name} on the index`);
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
    assert.ok(row?.replaceAll("`", "").endsWith(`| ${about} |`), `${name} in www/README.md`);
    for (const value of Array.isArray(values) ? values : []) {
      assert.ok(page.includes(`href="?${name}=${value}"`), `${name}=${value} on the index`);
      assert.ok(!value || row.includes(`\`${value}\``), `${name}=${value} in www/README.md`);
    }
  }
});

test("the index lists every page", () => {
  const page = index();
  for (const { path, view } of ROUTES) {
    if (["index", "code"].includes(view)) continue;
    assert.ok(page.includes(`${path}</code>`), path);
  }
});

test("every language has every word, and five languages are there at least", () => {
  const english = Object.keys(wordsOf("en")).sort();
  for (const lang of ["en", "ru", "es", "ja", "ar"]) {
    assert.ok(LANGUAGES.includes(lang));
    assert.deepEqual(Object.keys(wordsOf(lang)).sort(), english, lang);
  }
});
