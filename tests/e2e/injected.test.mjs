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
      const module = Buffer.from(world.__farewellModule.base64, "base64");
      assert.deepEqual(module, await read("engine.wasm"));
      assert.ok(WebAssembly.validate(module));
    });
  }
});

/**
 * The extension's scripts that are parsed in a page from now on, by name. A page from the cache tells of its old ones again: each
 * counts once, by its id.
 */
async function watchParsing(page) {
  const cdp = await page.createCDPSession();
  const parsed = new Map();
  cdp.on("Debugger.scriptParsed", ({ url, scriptId }) => {
    if (/^chrome-extension:.*\/engine\./.test(url)) parsed.set(scriptId, url.replace(/^.*\//, ""));
  });
  await cdp.send("Debugger.enable");
  return () => [...parsed.values()];
}

const FORMS = { js: ["engine.js.js"], wasm: ["engine.module.js", "engine.wasm.js"] };

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
        assert.deepEqual(parsed(), FORMS[form]);

        await page.evaluate(() => (location.hash = "here"));
        await page.evaluate(() => history.pushState({}, "", "?pushed"));
        await calloutThat(lab(), page, { control: "account-settings" });
        await stop(lab(), page);
        await start(lab(), page, "deactivate", { reason: "privacy" });
        await calloutThat(lab(), page, { control: "account-settings" });
        assert.deepEqual(parsed(), FORMS[form]);
      });
    }

    test("not again by a background that was stopped, nor when the page comes back from the cache", async () => {
      const page = await lab().open(at("account", { gen: "2020" }));
      const parsed = await watchParsing(page);
      await start(lab(), page, "deactivate", { reason: "privacy" });
      await calloutThat(lab(), page, { control: "account-settings" });
      const born = () => performance.timeOrigin;
      const origin = await lab().look(page, born);
      await page.goto(at("settings", { gen: "2020" }), { waitUntil: "load" });
      await calloutThat(lab(), page, { control: "edit-profile" });
      const both = [...FORMS.js, ...FORMS.wasm];
      assert.deepEqual(parsed(), both);

      await lab().stopBackground();
      await page.evaluate(() => history.replaceState({}, "", "?replaced"));
      await calloutThat(lab(), page, { control: "edit-profile" });
      await lab().back(page);
      await until(async () => (await lab().urlOf(page)).includes("index.htm"), { what: "the page before" });
      await calloutThat(lab(), page, { control: "account-settings" });
      assert.equal(await lab().look(page, born), origin, "the same document as before");
      assert.deepEqual(parsed(), both);
    });
  },
  { browsers: ["chromium"] },
);
