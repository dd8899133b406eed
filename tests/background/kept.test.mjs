// What stays on this device: the user's picks and how controls were found; and that a private window leaves neither.
import assert from "node:assert/strict";
import test from "node:test";
import { dropPick, forgetAll, keptPicks } from "../../extension/background/kept.js";
import { choose, options } from "../../extension/background/options.js";
import { fakeBrowser, startBackground } from "./fake.mjs";

const page = "https://www.aliexpress.com/";
const guide = { flow: "deactivate", reason: null, email: "", ticked: [] };
const PICK = { page: "edit-profile", control: "deactivate", locator: "a16 s0 n2 o3 h42" };
const OTHER = { ...PICK, locator: "a16 s0 n1 o2" };

async function guided(options) {
  const fake = Object.assign(fakeBrowser({ tabs: { 1: page } }), options);
  await startBackground();
  await fake.settle();
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  fake.tell = (message) => fake.ask(message, fake.engineIn(1));
  fake.picks = async () => (await fake.tell({ type: "hello" })).picks;
  return fake;
}

test("a pick is kept, and told to every later guide", async () => {
  const fake = await guided();
  assert.deepEqual(await fake.picks(), []);
  assert.deepEqual(await fake.tell({ type: "picked", ...PICK }), { ok: true });
  assert.deepEqual(await fake.picks(), [PICK]);
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  assert.deepEqual(await fake.picks(), [PICK]);
});

test("the last pick of a control on a page counts", async () => {
  const fake = await guided();
  await fake.tell({ type: "picked", ...PICK });
  await fake.tell({ type: "picked", ...OTHER });
  assert.deepEqual(await fake.picks(), [OTHER]);
});

test("a kept pick has its day and nothing of the page, and can be deleted", async () => {
  const fake = await guided();
  await fake.tell({ type: "picked", ...PICK });
  const on = new Date().toISOString().slice(0, 10);
  assert.deepEqual(await keptPicks(), {
    "edit-profile deactivate": { locator: "a16 s0 n2 o3 h42", on },
  });
  await dropPick("edit-profile deactivate");
  assert.deepEqual(await fake.picks(), []);
});

test("what is no locator is not kept", async () => {
  const fake = await guided();
  for (const locator of [undefined, null, "", `${PICK.locator} Lena Marlow`, "a1 ".repeat(5000)]) {
    await fake.tell({ type: "picked", ...PICK, locator });
  }
  for (const page of [undefined, "", "Lena Marlow", "a".repeat(5000)]) {
    await fake.tell({ type: "picked", ...PICK, page });
  }
  assert.deepEqual(await fake.picks(), []);
});

test("each kind of signal that carried a verdict is counted, two at once both", async () => {
  const fake = await guided();
  const found = (control, by) => fake.tell({ type: "found", control, by });
  await Promise.all([found("deactivate", "label"), found("deactivate", "label"), found("submit", "grammar")]);
  assert.deepEqual(fake.local.get("found"), { deactivate: { label: 2 }, submit: { grammar: 1 } });
});

test("a private window keeps its picks in memory until its guide ends, and counts nothing", async () => {
  const fake = await guided({ incognito: true });
  await fake.tell({ type: "picked", ...PICK });
  await fake.tell({ type: "picked", ...OTHER });
  await fake.tell({ type: "found", control: "deactivate", by: "pick" });
  assert.deepEqual(await fake.picks(), [OTHER]);
  assert.deepEqual([fake.local.get("picks"), fake.local.get("found")], [undefined, undefined]);
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  assert.deepEqual(await fake.picks(), []);
});

test("a storage that fails stops neither the pick nor the guide", async () => {
  const fake = await guided();
  fake.api.storage.local.get = async () => {
    throw new Error("quota");
  };
  assert.deepEqual(await fake.tell({ type: "picked", ...PICK }), { ok: true });
  assert.equal((await fake.tell({ type: "hello" })).guide.flow, "deactivate");
});

test("clearing takes picks and counts away, and nothing of a running guide", async () => {
  const fake = await guided();
  await fake.tell({ type: "picked", ...PICK });
  await fake.tell({ type: "found", control: "deactivate", by: "pick" });
  await forgetAll();
  assert.deepEqual([fake.local.get("picks"), fake.local.get("found")], [undefined, undefined]);
  assert.ok(fake.stored.has("guide:1"));
});

test("the options hold what can be chosen and nothing else; forgetting takes them too", async () => {
  const fake = await guided();
  await choose("theme", "dark");
  await choose("language", "pt_BR");
  assert.deepEqual(await options(), { theme: "dark", language: "pt_BR" });
  await choose("language", undefined);
  assert.deepEqual(fake.local.get("options"), { theme: "dark" });
  fake.local.set("options", { theme: "loud", language: "../secret", more: 1 });
  assert.deepEqual(await options(), {});
  fake.stored.set("draft", { tab: 1 });
  await forgetAll();
  assert.ok(!fake.local.has("options") && !fake.stored.has("draft"));
});
