// The main job, end to end: from the toolbar through the whole member-profile way to "done", in both generations of
// pages, in a language written from the left and one from the right; and, on the way, every promise.

import assert from "node:assert/strict";
import test from "node:test";
import {
  askedOfChromium,
  assertNoRequests,
  assertNothingHere,
  assertNothingLeft,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  fillPopup,
  leavePopup,
  openPopup,
  ourListeners,
  ourViolations,
  overlay,
  pressInOverlay,
  readPopup,
  saying,
  start,
  stop,
  tick,
  until,
  watchWorlds,
} from "./harness.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

/** Each page of the way, the control that the guide points at there, and the step that this is. */
const WAY = [
  { page: "other", step: "my-aliexpress", control: "my-aliexpress" },
  { page: "my-aliexpress", step: "account-settings", control: "account-settings" },
  { page: "account-settings", step: "edit-profile", control: "edit-profile" },
  { page: "edit-profile", step: "deactivate", control: "deactivate" },
];
const FORM = { page: "deactivate-form", step: "submit", control: "submit" };

const SITES = [
  { gen: "2020", lang: "en", reason: "select" },
  { gen: "2020", lang: "ar", reason: "select" },
  { gen: "2024", lang: "en", reason: "select" },
  { gen: "2024", lang: "ar", reason: "select" },
];

/** The values that stand in the form's fields, whatever the site calls them. */
const valuesIn = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("form input:not([type=hidden]), form select")].map((one) => one.value),
  );

eachBrowser("deactivate, the whole way", (lab, name) => {
  for (const site of SITES) {
    test(`generation ${site.gen}, ${site.lang}: led to the end, each press the person's own`, async () => {
      const page = await lab().open();
      lab().practice.clearRequests();
      await page.goto(at("home", site), { waitUntil: "domcontentloaded" });

      await assertNothingHere(lab(), page);
      await start(lab(), page, "deactivate", { reason: "privacy" });

      for (const [n, { page: id, step, control }] of WAY.entries()) {
        const seen = await calloutThat(lab(), page, {
          flow: "deactivate",
          page: id,
          step,
          state: "act",
          control,
          text: saying(`guide_deactivate_${step}`),
        });
        assert.equal(seen.host.parent, "html");
        const { step: told } = await lab().status(page);
        assert.ok(
          told.number > n && told.number <= told.count,
          `step ${told.number} of ${told.count} at ${id}`,
        );
        await assertUntouched(page);
        await clickControl(lab(), page, control);
      }

      await calloutThat(lab(), page, { ...FORM, state: "act", text: saying("guide_deactivate_submit") });
      const values = await valuesIn(page);
      assert.ok(values.includes(OWNER.email), `the e-mail was seen on the way and filled: ${values}`);
      assert.ok(values.includes(OWNER.phrase), `the phrase was filled as the page asks for it: ${values}`);
      const { filled } = await lab().status(page);
      assert.deepEqual([...filled].sort(), ["email", "phrase", "reason"]);
      await assertUntouched(page);
      await clickControl(lab(), page, "submit");

      await calloutThat(lab(), page, { page: "goodbye", state: "done" });
      await assertUntouched(page);
      assert.deepEqual(await ourViolations(page), []);
      await pressInOverlay(lab(), page, "stop");
      await assertNothingLeft(lab(), page);
      await page.goto(at("home", site), { waitUntil: "domcontentloaded" });
      await assertNothingHere(lab(), page);
      assertNoRequests(lab());
      await page.close();
    });
  }

  test("Start says what is still unticked, and waits for it", async () => {
    const page = await lab().open(at("account"));
    const popup = await openPopup(lab(), page);
    await fillPopup(popup, "deactivate", { leave: ["disputes"] });
    const [first] = (await readPopup(popup)).starts;
    assert.equal(first.disabled, true);
    await tick(popup, "disputes");
    await until(async () => (await readPopup(popup)).starts[0].disabled === false, {
      what: "Start is enabled",
    });
    await leavePopup(popup);
    await assertNothingHere(lab(), page);
    await page.close();
  });

  test("an e-mail given in the popup is filled where the site never showed one", async () => {
    const page = await lab().open(at("home", { reason: "select" }));
    await start(lab(), page, "deactivate", { reason: "security", email: "someone.else@example.org" });
    await calloutThat(lab(), page, { control: "my-aliexpress" });
    await lab().go(page, at("deactivate", { reason: "select" }));
    await calloutThat(lab(), page, FORM);
    assert.ok((await valuesIn(page)).includes("someone.else@example.org"));
    await stop(lab(), page);
    await page.close();
  });

  test("what the person typed is never replaced", async () => {
    const page = await lab().open(at("deactivate", { gen: "2020" }));
    const email = await page.waitForSelector("form input[type=text]");
    await email.click();
    await page.keyboard.type("mine@example.org");
    await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
    await calloutThat(lab(), page, { page: "deactivate-form" });
    await until(async () => (await valuesIn(page)).includes(OWNER.phrase), { what: "the phrase is filled" });
    assert.ok((await valuesIn(page)).includes("mine@example.org"));
    assert.ok(!(await lab().status(page)).filled.includes("email"));
    await stop(lab(), page);
    await page.close();
  });

  for (const gen of ["2020", "2024"]) {
    test(
      `generation ${gen}: no script of ours runs before Start, and none of it stays after the end`,
      askedOfChromium(name),
      async () => {
        const page = await lab().open();
        const worlds = await watchWorlds(lab(), page);
        await page.goto(at("deactivate", { gen, reason: "select" }), { waitUntil: "load" });
        await assertNothingHere(lab(), page);
        assert.deepEqual(worlds, []);
        await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
        await clickControl(lab(), page, "submit");
        await calloutThat(lab(), page, { page: "goodbye", state: "done" });
        assert.notEqual(worlds.length, 0, "a guide that runs is seen, so one that does not would be");
        await pressInOverlay(lab(), page, "stop");
        await assertNothingLeft(lab(), page);
        assert.deepEqual(await ourListeners(lab(), page), []);
        worlds.splice(0);
        await page.goto(at("home", { gen }), { waitUntil: "load" });
        await assertNothingHere(lab(), page);
        assert.deepEqual(worlds, []);
        await page.close();
      },
    );
  }

  /** A guide that was stopped from the toolbar, and whose page has nothing of it any more. */
  async function stopped() {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "account-settings" });
    await stop(lab(), page);
    await assertNothingLeft(lab(), page);
    return page;
  }

  test("Stop takes everything away", async () => {
    const page = await stopped();
    await assertUntouched(page);
    await page.close();
  });

  test("Stop takes every listener away", askedOfChromium(name), async () => {
    const page = await stopped();
    assert.deepEqual(await ourListeners(lab(), page), []);
    await page.close();
  });

  test("the spotlight stays on its control while the page scrolls", async () => {
    const page = await lab().open(at("account", { rows: "60" }));
    await start(lab(), page, "deactivate");
    const before = await calloutThat(lab(), page, { control: "account-settings" });
    const [, top] = before.spotlights[0].box;
    await page.mouse.move(640, 400);
    await page.mouse.wheel({ deltaY: 40 });
    const scrolled = await until(() => page.evaluate(() => scrollY), { what: "the page has scrolled" });
    await until(
      async () => {
        const { spotlights } = await overlay(lab(), page);
        const y = await page.evaluate(() => scrollY);
        return spotlights[0] && Math.abs(spotlights[0].box[1] - (top - y)) <= 1;
      },
      {
        what: `the spotlight has moved by ${scrolled} px too`,
        seen: () => overlay(lab(), page),
      },
    );
    await stop(lab(), page);
    await page.close();
  });
});
