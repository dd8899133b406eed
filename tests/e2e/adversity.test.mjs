// What happens to a device while a guide runs: its storage is full, its clock jumps, the extension is taken off it. And that our own
// pages work under the policy that the manifest sets them.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertUntouched,
  builtFor,
  calloutThat,
  clickControl,
  eachBrowser,
  overlay,
  start,
  stop,
  until,
} from "./harness.mjs";
import { at } from "./harness/practice.mjs";
import { fillStorage } from "./harness/trouble.mjs";

/** Runs in the extension's own world of a page: its clock shows a day earlier from now on, and a day later the next time. */
function jump() {
  const { now } = Date;
  globalThis.__jumped = !globalThis.__jumped;
  const by = (globalThis.__jumped ? -1 : 1) * 86_400_000;
  Date.now = () => now() + by;
}

eachBrowser("adversity", (lab, name) => {
  test("storage that fills up midway: the guide goes on, from page to page", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate", { reason: "privacy" });
    const free = await fillStorage(lab());
    try {
      await clickControl(lab(), page, "account-settings");
      await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
      await clickControl(lab(), page, "edit-profile");
      await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
      await assertUntouched(page);
    } finally {
      await free();
    }
    await stop(lab(), page);
  });

  test("a clock that jumps: the marks stay, and the guide goes on", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate", { reason: "privacy" });
    const tabId = await lab().tabIdOf(page);
    for (const control of ["account-settings", "edit-profile"]) {
      const run = `(api, tabId) => api.scripting.executeScript({ target: { tabId }, func: ${jump} }).then(() => true)`;
      await lab().inExtension(run, tabId);
      await page.evaluate(`(${jump})()`);
      await clickControl(lab(), page, control);
    }
    await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
    await stop(lab(), page);
  });

  for (const path of ["popup.html", "before.html", "letter.html", "after.html", "options.html"]) {
    test(`${path} does nothing that its policy forbids`, async () => {
      const tab = await lab().tabIdOf(await lab().open(at("account")));
      const page = await lab().newPage();
      await lab().visit(page, lab().extensionUrl(`${path}?tab=${tab}`));
      // A policy that was broken is told to the console and to this event; what is broken while loading leaves no words.
      await until(() => page.evaluate(() => document.body.innerText.trim().length > 40), {
        what: `${path} shows words`,
      });
      const broken = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const seen = [];
            document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
              seen.push(violatedDirective),
            );
            const image = new Image();
            image.onerror = () => setTimeout(() => resolve(seen));
            image.src = "https://www.aliexpress.com/favicon.ico";
          }),
      );
      assert.deepEqual(broken, ["img-src"], "the page can ask for nothing outside of the package");
      const styled = await page.evaluate(() =>
        [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0),
      );
      assert.ok(styled, "its own styles are there");
    });
  }

  // It is the last: after it there is no extension in the browser.
  test("uninstalled while a guide runs: nothing of it is left, neither in the page nor on the device", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate", { reason: "privacy" });
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().inExtension((api) => api.storage.local.set({ picks: {}, found: {} }));
    await lab().forgetControl();
    await lab().browser.uninstallExtension(lab().extensionId);
    await page.bringToFront();
    // Firefox ends a content script with its extension, at once: what was drawn last stands there, dead, until the page goes.
    if (name === "firefox") await lab().go(page, at("account"));
    await until(async () => !(await overlay(lab(), page)), { what: "no overlay is left" });
    await assertUntouched(page);
    // Installed anew, Firefox gives it another address, which the tests don't know.
    if (name === "firefox") return;
    await lab().install(builtFor(name));
    const kept = await until(
      () =>
        lab().inExtension(async ({ storage }) => [
          await storage.local.get(null),
          await storage.session.get(null),
        ]),
      { what: "the extension is back" },
    );
    assert.deepEqual(kept, [{}, {}]);
  });
});
