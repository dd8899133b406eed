// Where the guide asks, waits or stands down for the person's sake: another account than the one meant, a way that
// leads in a circle, a page that fights the overlay, a check in three kinds, another language, another site.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertNothingHere,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  leavePopup,
  openPopup,
  overlay,
  pressInOverlay,
  readPopup,
  start,
  stop,
  until,
} from "./harness.mjs";
import { signIn } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

const [YES, NO] = ["guide_account_yes", "guide_account_no"];

eachBrowser("guards", (lab) => {
  const guided = async (view, switches = {}, { flow = "deactivate", ...options } = {}) => {
    const page = await lab().open(at(view, switches));
    await start(lab(), page, flow, { reason: "privacy", ...options });
    return page;
  };
  const end = async (page) => {
    await stop(lab(), page);
    await page.close();
  };

  for (const gen of ["2024", "2020"]) {
    test(`another account than the one given: asks, points at nothing, and yes goes on with it (${gen})`, async () => {
      const member = "max@example.org";
      const page = await guided("settings", { gen, member }, { email: "lena@example.org" });
      const asked = await calloutThat(lab(), page, { state: "wait", text: /max@.*lena@/ });
      assert.equal(asked.spotlights.length, 0);
      assert.deepEqual(
        asked.callout.buttons.map(({ action }) => action).filter((action) => action?.includes("account")),
        [YES, NO],
      );
      await pressInOverlay(lab(), page, YES);
      await clickControl(lab(), page, "edit-profile");
      await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
      await clickControl(lab(), page, "deactivate");
      await calloutThat(lab(), page, { page: "deactivate-form" });
      await until(
        () => page.$$eval("form input", (all, email) => all.some((one) => one.value === email), member),
        {
          what: "the confirmed account's e-mail is filled in",
        },
      );
      await assertUntouched(page);
      await end(page);
    });
  }

  test("another account: no stops the way, says how to change, and goes on in the right one", async () => {
    const page = await guided("settings", { member: "max@example.org" }, { email: "lena@example.org" });
    await calloutThat(lab(), page, { state: "wait" });
    await pressInOverlay(lab(), page, NO);
    const stopped = await calloutThat(lab(), page, { state: "blocked", text: /sign out.*lena@/i });
    assert.equal(stopped.spotlights.length, 0);
    await lab().go(page, "https://accounts.aliexpress.com/user/organization/deactive_account.htm");
    const form = await calloutThat(lab(), page, { page: "deactivate-form", state: "blocked" });
    assert.equal(form.spotlights.length, 0, "nor on the form that would close it");
    const typed = await page.$$eval("form input:not([type=radio])", (all) =>
      all.map((one) => one.value).join(""),
    );
    assert.equal(typed, "", "and nothing is filled in there");
    await lab().go(page, "https://www.aliexpress.com/account/setting/index.html?as=signed-out");
    await calloutThat(lab(), page, { page: "signed-out" });
    await signIn(lab(), page);
    await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    await assertUntouched(page);
    await end(page);
  });

  for (const gen of ["2024", "2020"]) {
    test(`the same press leads back twice: stands down and says so; loading again is a new try (${gen})`, async () => {
      const page = await guided("account", { gen, loop: "1" });
      await clickControl(lab(), page, "account-settings");
      await calloutThat(lab(), page, { page: "my-aliexpress", control: "account-settings" });
      // The document that was left shows the same: only the next press tells that the new one is there.
      await until(() => page.evaluate(() => document.readyState === "complete"), { what: "loaded again" });
      await clickControl(lab(), page, "account-settings");
      const seen = await calloutThat(lab(), page, { state: "blocked", text: /circle/i });
      assert.equal(seen.spotlights.length, 0);
      assert.equal(seen.callout.links.length, 1, "a way on is offered");
      await page.reload();
      await calloutThat(lab(), page, { state: "act", control: "account-settings" });
      await assertUntouched(page);
      await end(page);
    });
  }

  test("a page that takes the overlay away again and again: stands down, and the popup says so", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    await page.evaluate(() => {
      const fight = () =>
        document.querySelectorAll(":root > :not(head, body)").forEach((one) => one.remove());
      new MutationObserver(fight).observe(document.documentElement, { childList: true });
      fight();
    });
    await until(async () => (await lab().status(page)) === undefined, { what: "the guide stands down" });
    assert.equal(await overlay(lab(), page), undefined);
    const popup = await openPopup(lab(), page);
    await until(async () => /again and again/.test((await readPopup(popup)).text), {
      what: "the popup says what happened",
      seen: () => readPopup(popup),
    });
    await leavePopup(popup);
    await assertUntouched(page);
    await end(page);
  });

  test("a check over the page, one in its place and a rate limit are three things", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    const said = {};
    for (const [trouble, words] of [
      ["slider", /puzzle/i],
      ["challenge", /in place of the page/i],
      ["limit", /not a puzzle.*half an hour/i],
    ]) {
      await lab().go(page, at("account", { trouble }));
      said[trouble] = (
        await calloutThat(lab(), page, { page: "challenge", state: "blocked", text: words })
      ).callout.text;
    }
    assert.equal(new Set(Object.values(said)).size, 3);
    await end(page);
  });

  test("the site's language changes midway: the guide goes on in it", async () => {
    const page = await guided("account");
    await clickControl(lab(), page, "account-settings");
    for (const lang of ["ru", "es", "ja", "ar"]) {
      await lab().go(page, `https://www.aliexpress.com/account/setting/index.html?lang=${lang}`);
      await until(() => page.evaluate((wanted) => document.documentElement.lang === wanted, lang), {
        what: lang,
      });
      await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    }
    await clickControl(lab(), page, "edit-profile");
    await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
    await end(page);
  });

  test("aliexpress.ru: popup and guide say that no way out is known, and whom to write to", async () => {
    const page = await lab().open("https://aliexpress.ru/account");
    const popup = await openPopup(lab(), page);
    const seen = await until(
      async () => {
        const now = await readPopup(popup);
        return /separate site/.test(now.text) && now;
      },
      { what: "the popup's words on aliexpress.ru", seen: () => readPopup(popup) },
    );
    assert.match(seen.text, /No page that deletes an aliexpress\.ru account is known/);
    assert.ok(seen.links.some(({ href }) => href.startsWith("mailto:DataProtection.AE@")));
    await leavePopup(popup);
    await start(lab(), page, "delete");
    const told = await calloutThat(lab(), page, { state: "lost", text: /aliexpress\.ru/ });
    assert.equal(told.spotlights.length, 0);
    await end(page);
  });

  test("in the middle of it, and no guide is remembered: the popup says how to take it up, and the guide finds its step", async () => {
    const page = await lab().open(at("profile"));
    await assertNothingHere(lab(), page);
    const popup = await openPopup(lab(), page);
    const title = await popup.waitForSelector("#again summary");
    await title.click();
    await until(async () => /choose the same way and start/.test((await readPopup(popup)).text), {
      what: "words for whoever was in the middle",
    });
    await leavePopup(popup);
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { page: "edit-profile", step: "deactivate", control: "deactivate" });
    await end(page);
  });
});
