// The texts for the stores' pages: every language has what English has.
import assert from "node:assert/strict";
import test from "node:test";
import { storeTextTroubles } from "../../scripts/lib/store-texts.mjs";

const english = { description: "It points.", single_purpose: "To guide.", screenshots: { start: "Choose" } };

test("a translation has English's keys, but for what only English needs", () => {
  const arabic = { description: "It points.", screenshots: { start: "Choose" } };
  assert.deepEqual(storeTextTroubles("en", english, english), []);
  assert.deepEqual(storeTextTroubles("ar", arabic, english), []);
});

test("a key too few, a key too many and markup are named with their file", () => {
  const text = { description: "<b>It</b> points.", screenshots: { begin: "Choose" } };
  assert.deepEqual(storeTextTroubles("ar", text, english), [
    'store/ar.json, screenshots: "start" is missing',
    'store/ar.json, screenshots: "begin" is not in English',
    "store/ar.json: the description has markup",
  ]);
});
