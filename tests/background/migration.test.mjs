// An update: what 0.1.0 has kept on the device is there afterwards, and what no version can read is gone and stops nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { keptFound, keptPicks } from "../../extension/background/kept.js";
import { fakeBrowser, startBackground } from "./fake.mjs";

/** `storage.local` as 0.1.0 leaves it in the middle of a guide, after a pick. */
const STORED = JSON.parse(readFileSync(new URL("stored-0.1.0.json", import.meta.url), "utf8"));
const page = "https://www.aliexpress.com/";
const guide = { flow: "deactivate", reason: null, email: "", ticked: [] };

/** The extension has just been installed over one that left `stored`, while a page of its guide is open. */
async function updated(stored) {
  const fake = fakeBrowser({ tabs: { 1: page } });
  for (const [key, value] of Object.entries(stored)) fake.local.set(key, value);
  await startBackground();
  await fake.api.runtime.onInstalled.fire({ reason: "update", previousVersion: "0.1.0" });
  await fake.settle();
  await fake.settle();
  return fake;
}

test("picks and counts of 0.1.0 are kept, and every later guide is told of the picks", async () => {
  const fake = await updated(STORED);
  assert.deepEqual(await keptPicks(), STORED.picks);
  assert.deepEqual(await keptFound(), STORED.found);
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  const { picks } = await fake.ask({ type: "hello" }, fake.engineIn(1));
  assert.deepEqual(picks, [{ page: "edit-profile", control: "deactivate", locator: "a16 s0 n2 o3 h42" }]);
});

test("a guide that ran when the update came is told as over, and its note is off the disk", async () => {
  const fake = await updated(STORED);
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).cut, "deactivate");
  assert.equal(fake.local.has("guided"), false);
});

test("broken entries and keys of no version go, the rest stays, and a guide starts", async () => {
  const fake = await updated({
    ...STORED,
    picks: {
      ...STORED.picks,
      "edit-profile": { locator: "a1 s0 n1 o1", on: "2026-11-30" },
      "a b": null,
      "c d": { locator: "<b>" },
    },
    found: { ...STORED.found, deactivate: { label: "many" }, delete: null },
    guided: "deactivate",
    options: { theme: "dark", colour: "red" },
    chosen: { theme: "dark" },
  });
  assert.deepEqual(await keptPicks(), STORED.picks);
  assert.deepEqual(await keptFound(), { email: { structure: 2 } });
  assert.deepEqual(fake.local.get("options"), { theme: "dark" });
  assert.deepEqual([...fake.local.keys()].sort(), ["found", "options", "picks"]);
  assert.deepEqual(await fake.ask({ type: "start", tab: 1, guide }, fake.popup), { ok: true });
});

test("a first installation writes nothing", async () => {
  const fake = await updated({});
  assert.equal(fake.local.size, 0);
});
