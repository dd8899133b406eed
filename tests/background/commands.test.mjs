// The keyboard's shortcuts: they go to the guide of the tab in front, and to nobody where none runs.
import assert from "node:assert/strict";
import test from "node:test";
import { fakeBrowser, startBackground } from "./fake.mjs";

const page = "https://www.aliexpress.com/";
const guide = { flow: "deactivate", reason: "privacy", email: "", ticked: ["access"] };

async function background(options) {
  const fake = fakeBrowser({ tabs: { 1: page }, ...options });
  await startBackground();
  await fake.settle();
  fake.press = async (command, tab) => {
    await fake.api.commands.onCommand.fire(command, tab);
    await fake.settle();
  };
  return fake;
}

test("a shortcut reaches the guide in the tab in front, whether or not the browser says which that is", async () => {
  const fake = await background();
  await fake.ask({ type: "start", tab: 1, guide }, fake.popup);
  await fake.press("next", { id: 1 });
  await fake.press("show");
  await fake.press("stop", { id: 1 });
  assert.deepEqual(fake.told, [
    [1, "command", "next"],
    [1, "command", "show"],
    [1, "command", "stop"],
  ]);
});

test("without a running guide a shortcut does nothing", async () => {
  const fake = await background();
  await fake.press("next", { id: 1 });
  await fake.press("stop");
  assert.deepEqual(fake.told, []);
});

test("a browser without shortcuts, as on a phone, has a background all the same", async () => {
  const fake = await background({ firefox: true, shortcuts: false });
  assert.equal(fake.api.runtime.onMessage.listeners.size, 1);
});
