// The life of a guide in the background: start, follow, remember, move to a new tab and back, stop, and what fails.
import assert from "node:assert/strict";
import test from "node:test";
import { fakeBrowser, startBackground } from "./fake.mjs";

const page = "https://www.aliexpress.com/";
const guide = { flow: "deactivate", reason: "privacy", email: "", ticked: ["access"] };
const start = (fake, tab) => fake.ask({ type: "start", tab, guide }, fake.popup);

async function background(options) {
  const fake = fakeBrowser(options);
  await startBackground();
  await fake.settle();
  /** A new document comes into a tab. */
  fake.load = async (tab, url) => {
    fake.worlds.delete(tab);
    await fake.tell(tab, url, "loading");
  };
  /** What the browser says of a tab; of hash changes and restored pages it says the same as of new documents. */
  fake.tell = async (tab, url, status) => {
    fake.pages.set(tab, { url });
    await fake.api.tabs.onUpdated.fire(tab, { status }, { id: tab, url });
    await fake.settle();
  };
  return fake;
}

test("with no guide nothing is listened to but messages", async () => {
  const { api } = await background({ tabs: { 1: page } });
  for (const one of [
    api.tabs.onUpdated,
    api.tabs.onCreated,
    api.tabs.onRemoved,
    api.webRequest.onHeadersReceived,
  ]) {
    assert.equal(one.listeners.size, 0);
  }
  assert.equal(api.runtime.onMessage.listeners.size, 1);
});

test("start stores and injects, the engine hears of it, stop leaves nothing", async () => {
  const fake = await background({ tabs: { 1: page } });
  assert.deepEqual(await start(fake, 1), { ok: true });
  assert.deepEqual(fake.injected, [[1, ["engine.data.js", "engine.wasm2js.js"], "doc"]]);
  assert.equal(fake.api.tabs.onUpdated.listeners.size, 1);
  const hello = await fake.ask({ type: "hello" }, fake.engineIn(1));
  assert.deepEqual(hello.guide, { ...guide, keepsOrders: false, memory: {}, returnTo: null });
  assert.deepEqual(await fake.ask({ type: "remember", memory: { text: "a" } }, fake.engineIn(1)), {
    ok: true,
  });
  assert.deepEqual((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).guide.memory, { text: "a" });
  assert.deepEqual(await fake.ask({ type: "stop", tab: 1 }, fake.popup), { ok: true });
  assert.deepEqual(fake.told, [[1, "stop"]]);
  assert.equal(fake.stored.size, 0);
  assert.equal(fake.api.tabs.onUpdated.listeners.size, 0);
});

test("an engine that asks is told of the guide as it was left, and of none once that has ended", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  await fake.ask({ type: "remember", memory: { text: "a" } }, fake.engineIn(1));
  const hello = await fake.ask({ type: "hello" }, fake.engineIn(1));
  assert.deepEqual(hello.guide.memory, { text: "a" });
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  assert.deepEqual(await fake.ask({ type: "hello" }, fake.engineIn(1)), { guide: null });
});

test("the guide follows its tab over AliExpress, not onto foreign pages, not into other tabs", async () => {
  const fake = await background({ tabs: { 1: page, 2: page } });
  await start(fake, 1);
  fake.injected.length = 0;
  await fake.load(1, "https://accounts.google.com/");
  await fake.load(1, "https://aliexpress.com.example.org/");
  await fake.load(2, page);
  assert.deepEqual(fake.injected, []);
  await fake.load(1, "https://login.aliexpress.us/");
  assert.deepEqual(fake.injected, [[1, ["engine.data.js", "engine.wasm2js.js"], "doc"]]);
});

test("a worker that slept in between changes nothing", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  fake.injected.length = 0;
  fake.api.tabs.onUpdated.listeners.clear();
  fake.api.runtime.onMessage.listeners.clear();
  await startBackground();
  await fake.settle();
  await fake.load(1, page);
  assert.equal(fake.injected.length, 1);
});

for (const firefox of [false, true]) {
  test(`a document is given the files once${firefox ? ", in Firefox too" : ""}`, async () => {
    const fake = await background({ firefox, tabs: { 1: page } });
    await start(fake, 1);
    await fake.tell(1, page, "complete");
    await fake.tell(1, `${page}#here`, "loading");
    await fake.tell(1, `${page}pushed`, "complete");
    assert.equal(fake.injected.length, 1);
    assert.deepEqual(fake.asked, [1, 1, 1], "the engine that is there looks each time whether a guide runs");

    await fake.load(1, page);
    assert.equal(fake.injected.length, 2, "the next document has its own");
  });

  test(`events that come at once bring one engine${firefox ? ", in Firefox too" : ""}`, async () => {
    const fake = await background({ firefox, tabs: { 1: page } });
    await start(fake, 1);
    fake.worlds.delete(1);
    await Promise.all([fake.tell(1, page, "loading"), fake.tell(1, page, "complete")]);
    assert.equal(fake.injected.length, 2, "one for the document of Start, one for the next");
  });
}

test("a worker that was stopped finds the engine that it brought before", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  for (const event of [fake.api.tabs.onUpdated, fake.api.runtime.onMessage]) event.listeners.clear();
  await startBackground();
  await fake.settle();
  await fake.tell(1, page, "complete");
  assert.equal(fake.injected.length, 1);
  assert.deepEqual(fake.asked, [1]);
});

test("an element of the page that is called like the engine is none", async () => {
  const fake = await background({ tabs: { 1: page } });
  fake.worldOf(1).__farewell = { ask: { nodeName: "INPUT" } };
  await start(fake, 1);
  assert.equal(fake.injected.length, 1);
});

test("a new start where the engine has failed brings a new one, where it has stopped it asks the old one", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  await start(fake, 1);
  assert.equal(fake.injected.length, 1);
  assert.deepEqual(fake.asked, [1]);

  // What extension/loader/guard.js does when an engine fails.
  delete fake.worldOf(1).__farewell;
  await fake.ask({ type: "failed", where: "RuntimeError: unreachable" }, fake.engineIn(1));
  await fake.tell(1, page, "complete");
  assert.equal(fake.injected.length, 1, "not by itself");
  await start(fake, 1);
  assert.equal(fake.injected.length, 2);
});

test("a guide that is stopped while its page is asked brings no engine", async () => {
  const fake = await background({ tabs: { 1: page } });
  const { executeScript } = fake.api.scripting;
  fake.api.scripting.executeScript = async (what) => {
    if (what.func?.name === "probe") await fake.ask({ type: "stop", tab: 1 }, fake.popup);
    return executeScript(what);
  };
  await start(fake, 1);
  assert.deepEqual(fake.injected, []);
  assert.equal(fake.stored.size, 0);
});

test("known headers give WebAssembly in Chromium; Firefox needs none", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  fake.injected.length = 0;
  fake.document = {
    ...{ engine: null, url: page, began: 1000, created: 1100, worker: 0 },
    ...{ delivery: "", prerendered: false, headRead: true, metas: [] },
  };
  await fake.api.webRequest.onHeadersReceived.fire({
    tabId: 1,
    url: page,
    timeStamp: 1090,
    responseHeaders: [],
  });
  await fake.load(1, page);
  assert.deepEqual(fake.injected, [[1, ["engine.module.js", "engine.wasm.js"], "doc"]]);
  await fake.load(1, page);
  assert.deepEqual(
    fake.injected[1],
    [1, ["engine.data.js", "engine.wasm2js.js"], "doc"],
    "the headers belonged to the page before",
  );

  const fox = await background({ firefox: true, tabs: { 1: page } });
  await start(fox, 1);
  assert.deepEqual(fox.injected, [[1, ["engine.module.js", "engine.wasm.js"], undefined]]);
});

test("each obstacle to a start has its word, and leaves nothing stored", async () => {
  const fake = await background({ tabs: { 1: page, 2: "https://example.org/", 3: undefined } });
  assert.deepEqual(await start(fake, 9), { error: "gone" });
  assert.deepEqual(await start(fake, 2), { error: "foreign" });
  assert.deepEqual(await start(fake, 3), { error: "foreign" });
  fake.allowed = false;
  assert.deepEqual(await start(fake, 1), { error: "permission" });
  assert.deepEqual(await start(fake, 3), { error: "permission" });
  fake.allowed = true;
  fake.injectionFails = true;
  assert.deepEqual(await start(fake, 1), { error: "injection" });
  assert.equal(fake.stored.size, 0);
  fake.storageFails = true;
  assert.deepEqual(await start(fake, 1), { error: "storage" });
  assert.deepEqual(await fake.ask({ type: "guide", tab: 1 }, fake.popup), { error: "storage" });
});

test("a permission taken back midway is told, and cured when it is given again", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  fake.allowed = false;
  await fake.load(1, page);
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).guide.trouble, "permission");
  fake.allowed = true;
  await fake.api.permissions.onAdded.fire({});
  await fake.settle();
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).guide.trouble, null);
});

test("an injection that a document on its way out refuses is made good when the next one is complete", async () => {
  const fake = await background({ firefox: true, tabs: { 1: page } });
  await start(fake, 1);
  fake.injected.length = 0;
  fake.injectionFails = true;
  await fake.load(1, page);
  fake.injectionFails = false;
  await fake.tell(1, page, "complete");
  assert.deepEqual(fake.injected, [[1, ["engine.module.js", "engine.wasm.js"], undefined]]);
  assert.equal(fake.stored.get("guide:1").failed, undefined);
});

test("a clock that jumps stops no guide: it goes on from page to page, and in the js form where nothing is known", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  for (const jump of [86_400_000, -86_400_000]) {
    fake.injected.length = 0;
    const at = Date.now() + jump;
    const response = { tabId: 1, url: page, timeStamp: at - jump, responseHeaders: [] };
    await fake.api.webRequest.onHeadersReceived.fire(response);
    fake.document = { url: page, began: at, created: at + 100, worker: 0, headRead: true, metas: [] };
    await fake.load(1, page);
    assert.deepEqual(fake.injected, [[1, ["engine.data.js", "engine.wasm2js.js"], "doc"]]);
    assert.ok((await fake.ask({ type: "hello" }, fake.engineIn(1))).guide, "the guide runs");
  }
});

test("storage that fails midway is said in a word, and the guide goes on once it works again", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  fake.storageFails = true;
  const failed = await fake.ask({ type: "remember", memory: { text: "a" } }, fake.engineIn(1));
  assert.deepEqual(failed, { error: "storage" });
  fake.storageFails = false;
  await fake.load(1, page);
  assert.ok((await fake.ask({ type: "hello" }, fake.engineIn(1))).guide, "the guide runs");
});

test("an engine that failed is not started again by itself", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  await fake.ask({ type: "failed", where: "RuntimeError: unreachable" }, fake.engineIn(1));
  fake.injected.length = 0;
  await fake.load(1, page);
  assert.deepEqual(fake.injected, []);
  assert.deepEqual(await fake.ask({ type: "hello" }, fake.engineIn(1)), { guide: null });
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).guide.failed, true);
  assert.deepEqual(await start(fake, 1), { ok: true });
});

test("a new tab takes the guide along once it is on AliExpress, and gives it back when it is closed", async () => {
  const fake = await background({ tabs: { 1: page, 2: "about:blank" } });
  await start(fake, 1);
  await fake.api.tabs.onCreated.fire({ id: 2, openerTabId: 1, pendingUrl: page });
  await fake.settle();
  await fake.load(2, "https://accounts.google.com/");
  assert.ok(fake.stored.has("guide:1"), "a sign-in window changes nothing");
  await fake.load(2, page);
  assert.deepEqual([...fake.stored.keys()].sort(), ["guide:2", "guides"]);
  assert.deepEqual(fake.told, [[1, "stop"]]);
  assert.equal(fake.stored.get("guide:2").returnTo, 1);
  fake.pages.delete(2);
  fake.injected.length = 0;
  await fake.api.tabs.onRemoved.fire(2);
  await fake.settle();
  assert.deepEqual([...fake.stored.keys()].sort(), ["guide:1", "guides"]);
  assert.deepEqual(fake.injected, [], "its engine is still there");
  assert.deepEqual(fake.asked, [1]);
  fake.pages.delete(1);
  await fake.api.tabs.onRemoved.fire(1);
  await fake.settle();
  assert.equal(fake.stored.size, 0);
  assert.equal(fake.api.tabs.onUpdated.listeners.size, 0);
});

test("only the popup and the engine's own page are answered", async () => {
  const fake = await background({ tabs: { 1: page, 2: "https://example.org/" } });
  await start(fake, 1);
  const engine = fake.engineIn(1);
  for (const [message, sender] of [
    [{ type: "stop", tab: 1 }, engine],
    [{ type: "hello" }, { ...engine, frameId: 4 }],
    [{ type: "hello" }, fake.engineIn(2)],
    [{ type: "hello" }, { ...engine, id: "other" }],
    [
      { type: "start", tab: 1, guide },
      { id: "other", url: fake.popup.url },
    ],
    [{ type: "what" }, fake.popup],
    [undefined, engine],
  ]) {
    assert.equal(await fake.ask(message, sender), undefined, JSON.stringify(message));
  }
  assert.ok(fake.stored.has("guide:1"));
});

test("what was filled in in the popup is forgotten once the guide runs, and kept where it could not start", async () => {
  const fake = await background({ tabs: { 1: page } });
  fake.stored.set("draft", { email: "lena@example.org" });
  fake.injectionFails = true;
  assert.equal((await start(fake, 1)).error, "injection");
  assert.ok(fake.stored.has("draft"));
  fake.injectionFails = false;
  await start(fake, 1);
  assert.ok(!fake.stored.has("draft"));
});

test("two changes at once both count", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  const remember = (memory) => fake.ask({ type: "remember", memory }, fake.engineIn(1));
  await Promise.all([remember({ a: 1 }), remember({ b: 2 })]);
  assert.deepEqual(fake.stored.get("guide:1").memory, { a: 1, b: 2 });
});

test("a tab with an opener whose first address no page asked for is not guided", async () => {
  const fake = await background({ tabs: { 1: page, 2: "about:blank" } });
  await start(fake, 1);
  await fake.api.tabs.onCreated.fire({ id: 2, openerTabId: 1, pendingUrl: "" });
  await fake.settle();
  await fake.api.webRequest.onHeadersReceived.fire({
    tabId: 2,
    url: page,
    timeStamp: 1,
    responseHeaders: [],
  });
  await fake.load(2, page);
  assert.deepEqual([...fake.stored.keys()].sort(), ["guide:1", "guides"]);
  await fake.api.webRequest.onHeadersReceived.fire({
    tabId: 2,
    url: page,
    timeStamp: 2,
    responseHeaders: [],
    initiator: page,
  });
  await fake.load(2, page);
  assert.deepEqual(
    [...fake.stored.keys()].sort(),
    ["guide:1", "guides"],
    "nor is what it comes to from there",
  );
});

/** The session's storage is gone, and the background is started anew; `begin` is what happens at once then. */
async function restart(fake, begin = () => {}) {
  fake.stored.clear();
  for (const event of [fake.api.runtime.onMessage, fake.api.runtime.onStartup]) event.listeners.clear();
  const cleared = [];
  const execute = fake.api.scripting.executeScript;
  fake.api.scripting.executeScript = async ({ target }) => cleared.push(target.tabId);
  await startBackground();
  await begin();
  await fake.settle();
  fake.api.scripting.executeScript = execute;
  return cleared;
}

test("after a reload the page of a guide is cleared, and which way is over is said until a new one starts", async () => {
  const fake = await background({ tabs: { 1: page, 2: page, 3: page } });
  await start(fake, 1);
  await start(fake, 2);
  await fake.ask({ type: "stop", tab: 2 }, fake.popup);
  assert.deepEqual(fake.local.get("guided"), [{ tab: 1, flow: "deactivate" }]);
  assert.deepEqual(await restart(fake), [1]);
  assert.equal(fake.local.size, 0);
  for (const tab of [1, 2]) {
    const answer = await fake.ask({ type: "guide", tab }, fake.popup);
    assert.deepEqual(answer, { guide: null, cut: "deactivate" });
  }
  await start(fake, 1);
  await fake.ask({ type: "stop", tab: 1 }, fake.popup);
  assert.deepEqual(await fake.ask({ type: "guide", tab: 1 }, fake.popup), { guide: null, cut: null });
  assert.equal(fake.local.size, 0);
});

test("after a restart of the browser the way is said, and no page is touched whatever its tab's number", async () => {
  const fake = await background({ tabs: { 1: page } });
  await start(fake, 1);
  await fake.api.tabs.onRemoved.fire(1, { isWindowClosing: true });
  await fake.settle();
  assert.deepEqual(await restart(fake, () => fake.api.runtime.onStartup.fire()), []);
  assert.deepEqual(await fake.ask({ type: "guide", tab: 1 }, fake.popup), { guide: null, cut: "deactivate" });
  assert.equal(fake.local.size, 0);
});

test("a window that closes cuts its guide short; a tab that is closed ends it", async () => {
  const fake = await background({ tabs: { 1: page, 2: page } });
  await start(fake, 1);
  await fake.api.tabs.onRemoved.fire(1, { isWindowClosing: false });
  await fake.settle();
  assert.equal(fake.local.size, 0);
  assert.equal((await fake.ask({ type: "guide", tab: 2 }, fake.popup)).cut, null);
  await start(fake, 2);
  await fake.api.tabs.onRemoved.fire(2, { isWindowClosing: true });
  await fake.settle();
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).cut, "deactivate");
});

test("of a guide in a private window nothing is written down, and nothing is said when it is gone", async () => {
  const fake = await background({ tabs: { 1: page } });
  fake.incognito = true;
  await start(fake, 1);
  assert.equal(fake.local.size, 0);
  await fake.api.tabs.onRemoved.fire(1, { isWindowClosing: true });
  await fake.settle();
  assert.equal((await fake.ask({ type: "guide", tab: 1 }, fake.popup)).cut, null);
});

test("a guide that has gone on in another tab is not taken for one that was cut short", async () => {
  const fake = await background({ tabs: { 1: page, 2: page } });
  await start(fake, 1);
  await fake.api.tabs.onCreated.fire({ id: 2, openerTabId: 1, pendingUrl: page });
  await fake.settle();
  await fake.load(2, page);
  assert.deepEqual(fake.local.get("guided"), [{ tab: 2, flow: "deactivate" }]);
});

test("a tab that is replaced, as a discarded one may be, keeps its guide, and nothing of its former number stays", async () => {
  const fake = await background({ tabs: { 1: page, 7: page } });
  await start(fake, 1);
  await fake.ask({ type: "remember", memory: { text: "a" } }, fake.engineIn(1));
  await fake.api.tabs.onReplaced.fire(7, 1);
  await fake.settle();
  assert.deepEqual((await fake.ask({ type: "guide", tab: 7 }, fake.popup)).guide.memory, { text: "a" });
  assert.equal(fake.injected.at(-1)[0], 7);
  assert.deepEqual(fake.local.get("guided"), [{ tab: 7, flow: "deactivate" }]);
  assert.deepEqual([...fake.stored.keys()].sort(), ["guide:7", "guides"]);
  await fake.ask({ type: "stop", tab: 7 }, fake.popup);
  assert.equal(fake.stored.size, 0);
  assert.equal(fake.api.tabs.onReplaced.listeners.size, 0);
});
