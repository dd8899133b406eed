// The guide works under every policy a site may send, and no site notices: no violation caused by us, no report about
// us. One guide runs in one tab for the whole matrix; each policy is a page that it comes to.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  ourViolations,
  start,
  until,
} from "./harness.mjs";
import { at } from "./harness/practice.mjs";

const POLICIES = [
  "none",
  "frame-ancestors",
  "upgrade",
  "self",
  "default-none",
  "nonce",
  "strict-dynamic",
  "wasm",
  "eval",
  "trusted-types",
  "sandbox",
  "report-only-self",
  "two",
  "meta",
];

/** Under which Chromium may run the engine as WebAssembly; under every other it must not even try. */
const LAX = new Set(["none", "frame-ancestors", "upgrade", "wasm", "eval", "trusted-types", "sandbox"]);

const reportsAboutUs = ({ requests }) =>
  requests
    .filter(({ path }) => path === "/csp-report")
    .map(({ body }) => body)
    .filter((body) => /extension|wasm-eval/.test(body));

eachBrowser(
  "policies",
  (lab, name) => {
    let page;

    test.before(async () => {
      page = await lab().open(at("account"));
      await start(lab(), page, "deactivate", { reason: "privacy" });
      await calloutThat(lab(), page, { control: "account-settings" });
    });
    for (const gen of ["2024", "2020"]) {
      for (const csp of POLICIES) {
        test(`${csp}, generation ${gen}`, async () => {
          lab().practice.clearRequests();
          await page.goto(at("account", { csp, gen }), { waitUntil: "domcontentloaded" });
          await clickControl(lab(), page, "account-settings");
          await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
          const { engine } = await lab().status(page);
          if (name === "firefox") assert.equal(engine, "wasm");
          else assert.equal(engine, LAX.has(csp) ? "wasm" : "js");
          await assertUntouched(page);
          assert.deepEqual(await ourViolations(page), []);
          assert.deepEqual(reportsAboutUs(lab().practice), []);
        });
      }
    }

    test("a strict page restored from the cache, after a lax one", async () => {
      lab().practice.clearRequests();
      await page.goto(at("account", { csp: "self", gen: "2020" }), { waitUntil: "domcontentloaded" });
      await calloutThat(lab(), page, { control: "account-settings" });
      await page.goto(at("settings", { gen: "2020" }), { waitUntil: "domcontentloaded" });
      await calloutThat(lab(), page, { control: "edit-profile" });
      await lab().back(page);
      await until(async () => (await lab().urlOf(page)).endsWith("/index.htm"), {
        what: "back on the strict page",
      });
      await calloutThat(lab(), page, { control: "account-settings" });
      await page.evaluate(() => (location.hash = "here"));
      await calloutThat(lab(), page, { control: "account-settings" });
      assert.deepEqual(await ourViolations(page), []);
      assert.deepEqual(reportsAboutUs(lab().practice), []);
    });
  },
  { keep: true },
);
