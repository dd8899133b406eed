// On the phone: the mobile site at the width of a phone is guided like the desktop one, and the popup hands the page
// over and shows the app's own way.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertUntouched,
  calloutThat,
  choose,
  clickControl,
  eachBrowser,
  leavePopup,
  openPopup,
  start,
  stop,
  until,
} from "./harness.mjs";
import { walk } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

/** The same view on the mobile site's host. */
const onMobile = (view, switches) => {
  const url = new URL(at(view, switches));
  url.hostname = "m.aliexpress.com";
  return url.href;
};

const within = ([x, y, width, height], tall) => x >= 0 && y >= 0 && x + width <= 390 && y + height <= tall;

eachBrowser(
  "phone",
  (lab) => {
    for (const [flow, view, switches] of [
      ["deactivate", "account", { reason: "select" }],
      ["remove", "personal", {}],
    ]) {
      test(`${flow}: led to its end on the mobile site, 390 px wide`, async () => {
        const page = await lab().open(onMobile(view, switches));
        await start(lab(), page, flow, { reason: "privacy" });
        const tall = await page.evaluate(() => innerHeight);
        const answers = { answer: "confirm-yes" };
        const onSight = (_, __, seen) =>
          assert.ok(within(seen.callout.box, tall), `the callout is in the window: ${seen.callout.box}`);
        const { trail } = await walk(lab(), page, { answers, ends: ["done"], onSight });
        assert.equal(trail.at(-1).state, "done");
        await assertUntouched(page);
        await page.close();
      });
    }

    test("delete: the Privacy Center, 390 px wide", async () => {
      const page = await lab().open(at("privacy", { hash: "/request/delete" }));
      await start(lab(), page, "delete");
      await clickControl(lab(), page, "delete");
      await calloutThat(lab(), page, { page: "privacy-delete", step: "terms" });
      await stop(lab(), page);
      await page.close();
    });

    test("the popup hands over the right page by a code, and draws the app's six steps", async () => {
      const page = await lab().open(at("account"));
      const popup = await openPopup(lab(), page);
      await choose(popup, "delete");
      await popup.$eval("#qr", (one) => (one.closest("details").open = true));
      await until(
        () =>
          popup.$eval(
            "#qr-address",
            (one) => one.textContent === "https://privacy.aliexpress.com/home#/request/delete",
          ),
        { what: "the address of the chosen way" },
      );
      assert.match(await popup.$eval("#qr-path", (one) => one.getAttribute("d")), /^M4 4h1v1h-1z/);
      const steps = await popup.$$eval("ol.steps > li", (all) =>
        all.map((one) => one.querySelector("svg").checkVisibility() && one.innerText.trim()),
      );
      assert.equal(steps.filter(Boolean).length, 6);
      assert.match(steps.at(-1), /Delete account/);
      await leavePopup(popup);
      await page.close();
    });
  },
  { viewport: { width: 390, height: 844 } },
);
