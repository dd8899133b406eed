// What is injected into the guided page: plain bytes that anyone can compare, and once a document.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test, { describe } from "node:test";
import { createContext, runInContext } from "node:vm";
import { builtFor, calloutThat, eachBrowser, start, stop, until } from "./harness.mjs";
import { at } from "./harness/practice.mjs";

describe("the package", () => {
  for (const browser of ["chromium", "firefox"]) {
    test(`for ${browser} carries the module as a file, and the same bytes as base64 in what is injected`, async () => {
      const read = (name) => readFile(join(builtFor(browser), name));
      const world = createContext({ performance });
      const result = runInContext(String(await read("engine.module.js")), world);
      assert.equal(result, undefined, "an injection's result is sent to the background");
      const module = Buffer.from(world.__farewellBytes.base64, "base64");
      assert.deepEqual(module, await read("engine.wasm"));
      assert.ok(WebAssembly.validate(module));
    });
  }
});

/** The extension's scripts that are parsed in a page, by name, those before now included. */
async function watchParsing(page) {
  const cdp = await page.createCDPSession();
  const parsed = [];
  cdp.on("Debugger.scriptParsed", ({ url }) => {
    if (/^chrome-extension:.*\/engine\./.test(url)) parsed.push(url.replace(/^.*\//, ""));
  });
  await cdp.send("Debugger.enable");
  return parsed;
}

/** Runs a function in the extension's own world of the page, where the engine runs. */
async function inEngineWorld(lab, page, func) {
  const run = `(api, tabId) => api.scripting.executeScript({ target: { tabId }, func: ${func} }).then(([one]) => one.result)`;
  return lab.inExtension(run, await lab.tabIdOf(page));
}

/** Runs in the engine's world: counts each module that is handed over from now on. */
function countModules() {
  globalThis.__modules = 0;
  Object.defineProperty(globalThis, "__farewellBytes", {
    set() {
      globalThis.__modules++;
    },
    configurable: true,
  });
}

/** All texts on the heap of a page, each cut to its beginning, after a collection of garbage. */
async function textsOf(page) {
  const cdp = await page.createCDPSession();
  const chunks = [];
  cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await cdp.detach();
  return JSON.parse(chunks.join("")).strings;
}

const FORMS = { js: ["engine.data.js", "engine.wasm2js.js"], wasm: ["engine.module.js", "engine.wasm.js"] };

// Firefox has no protocol that tells of a content script being parsed; tests/background/ covers its injections.
eachBrowser(
  "the engine is parsed once a document",
  (lab) => {
    for (const [form, csp] of [
      ["js", "self"],
      ["wasm", "none"],
    ]) {
      test(`in the ${form} form: not again when the page is complete, moves by hash, or is told so by its script`, async () => {
        const page = await lab().open(at("settings", { gen: "2020" }));
        await start(lab(), page, "deactivate", { reason: "privacy" });
        await calloutThat(lab(), page, { control: "edit-profile" });
        await page.goto(at("account", { gen: "2020", csp }), { waitUntil: "load" });
        const parsed = await watchParsing(page);
        await calloutThat(lab(), page, { control: "account-settings" });
        assert.equal((await lab().status(page)).engine, form);
        assert.deepEqual(parsed, FORMS[form]);

        await page.evaluate(() => (location.hash = "here"));
        await page.evaluate(() => history.pushState({}, "", "?pushed"));
        await calloutThat(lab(), page, { control: "account-settings" });
        await stop(lab(), page);
        await start(lab(), page, "deactivate", { reason: "privacy" });
        await calloutThat(lab(), page, { control: "account-settings" });
        assert.deepEqual(parsed, FORMS[form]);
      });
    }

    test("and its module's text is let go of", async () => {
      const page = await lab().open(at("settings", { gen: "2020" }));
      await start(lab(), page, "deactivate", { reason: "privacy" });
      await calloutThat(lab(), page, { control: "edit-profile" });
      await page.goto(at("account", { gen: "2020" }), { waitUntil: "load" });
      await calloutThat(lab(), page, { control: "account-settings" });
      assert.equal((await lab().status(page)).engine, "wasm");
      const texts = await textsOf(page);
      assert.ok(texts.includes("__farewell"), "the engine's world is in the snapshot");
      const base64 = (await readFile(join(builtFor("chromium"), "engine.wasm"))).toString("base64", 0, 60);
      assert.deepEqual(
        texts.filter((text) => text.includes(base64)).map((text) => text.slice(0, 80)),
        [],
      );
    });

    // A page that is debugged is not kept in the cache, so the modules are counted where they arrive.
    test("not again by a background that was stopped, nor when the page comes back from the cache", async () => {
      const page = await lab().open(at("settings", { gen: "2020" }));
      await start(lab(), page, "deactivate", { reason: "privacy" });
      await calloutThat(lab(), page, { control: "edit-profile" });
      await page.goto(at("account", { gen: "2020" }), { waitUntil: "load" });
      await calloutThat(lab(), page, { control: "account-settings" });
      assert.equal((await lab().status(page)).engine, "wasm");
      const born = await lab().look(page, () => performance.timeOrigin);
      await inEngineWorld(lab(), page, countModules);

      await lab().stopBackground();
      await page.evaluate(() => (location.hash = "here"));
      await calloutThat(lab(), page, { control: "account-settings" });
      await page.goto(at("settings", { gen: "2020" }), { waitUntil: "load" });
      await calloutThat(lab(), page, { control: "edit-profile" });
      await lab().back(page);
      await until(async () => (await lab().urlOf(page)).endsWith("#here"), {
        what: "the page before is back",
      });
      await calloutThat(lab(), page, { control: "account-settings" });
      assert.equal(await lab().look(page, () => performance.timeOrigin), born, "it came from the cache");
      assert.equal(await inEngineWorld(lab(), page, () => globalThis.__modules), 0);
    });
  },
  { browsers: ["chromium"] },
);
