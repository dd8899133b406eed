// The page can't tell. It tries everything a site could: it asks for the extension's files, and compares its globals, the
// built-in objects, its document, its style sheets, its timeline and its policy's events before and after. Before Start
// there is nothing to find, while a guide runs there is one element that says nothing, after Stop nothing again.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import test from "node:test";
import { builtFor, calloutThat, eachBrowser, overlay, start, stop, until } from "./harness.mjs";
import { at } from "./harness/practice.mjs";

/** Every file of the built extension, as a path in it. */
const filesOf = (name) =>
  readdirSync(builtFor(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(builtFor(name), join(entry.parentPath, entry.name)).replaceAll("\\", "/"));

/** Runs in the page, first of all: notes whatever happens to its document from then on. */
function lieInWait() {
  const seen = (globalThis.__seen = { changes: [], violations: [] });
  const note = (records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const nodes = [...addedNodes, ...removedNodes].map((node) => node.nodeName);
      seen.changes.push([type, target.nodeName, attributeName, ...nodes].filter(Boolean).join(" "));
    }
  };
  new MutationObserver(note).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  addEventListener("securitypolicyviolation", ({ sourceFile, blockedURI }) =>
    seen.violations.push(`${sourceFile} ${blockedURI}`),
  );
}

/** Runs in the page: everything that could differ where an extension has been. */
function traces() {
  // Firefox makes its globals one by one as they are asked for: their order says nothing.
  const names = Object.getOwnPropertyNames(globalThis).sort();
  const builtIns = names
    .filter((name) => typeof globalThis[name] === "function")
    .flatMap((name) => [globalThis[name], globalThis[name].prototype].filter(Boolean))
    .map((one) =>
      Reflect.ownKeys(one)
        .map((key) => {
          const { value, get } = Object.getOwnPropertyDescriptor(one, key);
          const code = typeof value === "function" ? value : get;
          return `${String(key)}:${code ? /native code/.test(Function.prototype.toString.call(code)) : ""}`;
        })
        .join(),
    );
  return {
    globals: names.join(),
    builtIns: builtIns.join("\n"),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    selected: String(getSelection()),
    focus: document.activeElement?.nodeName,
    cookies: document.cookie,
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    timeline: performance
      .getEntries()
      .filter(({ name }) => /extension|farewell/i.test(name))
      .map(({ name }) => name),
    title: document.title,
    ours: [...document.querySelectorAll("html > :not(head, body)")].map((element) => ({
      attributes: element.getAttributeNames(),
      html: element.innerHTML,
      root: element.shadowRoot,
    })),
  };
}

/** Runs in the page: which of the extension's files it gets, by request, as a picture, as a script. */
async function probe(urls) {
  const loads = (tag, url) =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      element.src = url;
      if (tag === "script") document.body.append(element);
    });
  const got = [];
  for (const url of urls) {
    const fetched = await fetch(url).then(
      () => true,
      () => false,
    );
    if (fetched || (await loads("img", url)) || (await loads("script", url))) got.push(url);
  }
  return got;
}

eachBrowser("the page can't tell", (lab, name) => {
  test("whether Farewell is there, by its files: neither before Start nor after", async () => {
    const page = await lab().open(at("account", { gen: "2020" }));
    const base = await lab().inExtension((api) => api.runtime.getURL(""));
    // The page's own address shows that one who may does get it.
    const own = await lab().urlOf(page);
    const urls = [own, ...filesOf(name).map((path) => base + path)];
    assert.deepEqual(await page.evaluate(probe, urls), [own]);
    await start(lab(), page, "deactivate", { reason: "privacy" });
    await calloutThat(lab(), page, { control: "account-settings" });
    assert.deepEqual(await page.evaluate(probe, urls), [own]);
  });

  test("a guide by its globals, its document or its timeline, but for one element that says nothing", async () => {
    const page = await lab().open();
    await page.evaluateOnNewDocument(lieInWait);
    await page.goto(at("account", { gen: "2020" }), { waitUntil: "load" });
    const before = await page.evaluate(traces);
    assert.deepEqual(before.ours, []);
    assert.deepEqual(before.timeline, []);
    await page.evaluate(() => (globalThis.__seen.changes.length = 0));

    await start(lab(), page, "deactivate", { reason: "privacy" });
    await calloutThat(lab(), page, { control: "account-settings" });
    const during = await page.evaluate(traces);
    assert.deepEqual(during.ours, [{ attributes: ["popover"], html: "", root: null }]);
    assert.deepEqual({ ...during, ours: [] }, before);
    const seen = await page.evaluate(() => globalThis.__seen);
    assert.deepEqual(seen, { changes: ["childList HTML DIV"], violations: [] });

    await stop(lab(), page);
    await until(async () => !(await overlay(lab(), page)), { what: "the overlay is gone" });
    assert.deepEqual(await page.evaluate(traces), before);
  });
});
