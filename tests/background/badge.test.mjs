// The toolbar button while a guide runs: its step as a badge and in words; and the first page, opened once.
import assert from "node:assert/strict";
import test from "node:test";
import { fakeBrowser, startBackground } from "./fake.mjs";

const guide = { flow: "deactivate", reason: null, email: "", ticked: [] };

async function begun() {
  const fake = fakeBrowser({ tabs: { 1: "https://www.aliexpress.com/" } });
  await startBackground();
  await fake.settle();
  return fake;
}

test("the badge is the step, and the title says it; Stop takes both away", async () => {
  const fake = await begun();
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  await fake.ask({ type: "at", number: 4, count: 8 }, fake.engineIn(1));
  assert.deepEqual(fake.badges.get(1), { text: "4", title: "action_step 4 8" });
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  assert.deepEqual(fake.badges.get(1), { text: "", title: "action_title" });
});

test("no page can write anything else there, nor without a guide", async () => {
  const fake = await begun();
  await fake.ask({ type: "at", number: 4, count: 8 }, fake.engineIn(1));
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  for (const number of ["4", 0, 9, 1.5, undefined])
    await fake.ask({ type: "at", number, count: 8 }, fake.engineIn(1));
  assert.equal(fake.badges.size, 0);
});

test("the first page opens when the extension is installed, and not when it is updated", async () => {
  const fake = await begun();
  const install = (reason) => fake.api.runtime.onInstalled.fire({ reason });
  await install("update");
  await install("install");
  await fake.settle();
  assert.deepEqual(
    fake.created.map(({ url }) => url),
    ["chrome-extension://farewell/welcome.html"],
  );
});
