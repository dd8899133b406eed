// The states in between, wherever they come up: signed out, a challenge, a rate limit, an error, the back button,
// a new tab, a detour over another company's sign-in page, the popup's own answers midway.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertNothingHere,
  assertNothingLeft,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  leavePopup,
  never,
  openPopup,
  overlay,
  pressInOverlay,
  readPopup,
  spotlightOn,
  start,
  stop,
  until,
} from "./harness.mjs";
import { freshTab, signIn, slide } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

eachBrowser("states", (lab) => {
  const guided = async (view, switches = {}, flow = "deactivate") => {
    const page = await lab().open(at(view, switches));
    await start(lab(), page, flow, { reason: "privacy" });
    return page;
  };
  const end = async (...pages) => {
    await pages[0].bringToFront();
    await stop(lab(), pages[0]);
    for (const page of pages) await page.close();
  };

  for (const gen of ["2024", "2020"]) {
    test(`signed out: says so, and goes on after signing in (${gen})`, async () => {
      const page = await guided("home", { gen, as: "signed-out" });
      const first = await calloutThat(lab(), page, { state: ["act", "blocked", "lost"] });
      if (first.spotlights.length) await clickControl(lab(), page, first.spotlights[0].control);
      else await pressInOverlay(lab(), page, first.callout.links[0].text);
      await calloutThat(lab(), page, { page: "signed-out", state: "blocked" });
      await signIn(lab(), page);
      const after = await calloutThat(lab(), page, { state: ["act", "lost"] });
      if (after.callout.state === "lost") await pressInOverlay(lab(), page, after.callout.links[0].text);
      await calloutThat(lab(), page, {
        state: "act",
        step: ["my-aliexpress", "account-settings", "edit-profile"],
      });
      await assertUntouched(page);
      await end(page);
    });
  }

  // That the site takes the form proves what was filled: nobody else can look into a closed root.
  for (const shadow of ["open", "closed"]) {
    test(`a page in ${shadow} shadow roots is read, filled and pointed at like any other`, async () => {
      const page = await guided("profile", { shadow, reason: "select" });
      await clickControl(lab(), page, "deactivate");
      await calloutThat(lab(), page, { page: "deactivate-form", control: "submit" });
      await clickControl(lab(), page, "submit");
      await calloutThat(lab(), page, { page: "goodbye", state: "done" });
      await assertUntouched(page);
      await page.close();
    });
  }

  test("a shadow root that is attached late, a change that nobody hears of, is found", async () => {
    const page = await guided("profile", { shadow: "closed", late: "3000" });
    await calloutThat(lab(), page, { state: ["wait", "lost"] });
    await calloutThat(lab(), page, { page: "edit-profile", state: "act", control: "deactivate" });
    await end(page);
  });

  test("a detour over another company's sign-in page is survived, and nothing is injected there", async () => {
    const page = await guided("home", { as: "signed-out" });
    await calloutThat(lab(), page, {});
    await lab().go(page, "https://www.aliexpress.com/account/index.html");
    await calloutThat(lab(), page, { page: "signed-out" });
    await (await page.waitForSelector("a[href*='accounts.google.com']")).click();
    await until(async () => (await lab().urlOf(page)).includes("accounts.google.com"), {
      what: "on the other host",
    });
    await never(() => overlay(lab(), page), { what: "an overlay on a foreign host" });
    await (await page.waitForSelector("a.button")).click();
    await calloutThat(lab(), page, { page: "my-aliexpress", control: "account-settings" });
    await assertUntouched(page);
    await end(page);
  });

  test("a challenge: says what it is, waits, and goes on once it is solved", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().go(page, "https://www.aliexpress.com/account/index.html?trouble=challenge");
    await calloutThat(lab(), page, { page: "challenge", state: "blocked" });
    await slide(lab(), page);
    await until(async () => !(await lab().urlOf(page)).includes("punish"), { what: "let through" });
    await calloutThat(lab(), page, { page: "my-aliexpress", control: "account-settings" });
    await assertUntouched(page);
    await end(page);
  });

  test("a rate limit: is told apart from a challenge", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().go(page, at("account", { trouble: "challenge" }));
    const slider = await calloutThat(lab(), page, { page: "challenge", state: "blocked" });
    await lab().go(page, at("account", { trouble: "limit" }));
    const limit = await calloutThat(lab(), page, { state: "blocked" });
    assert.notEqual(slider.callout.text, limit.callout.text);
    assert.equal(limit.spotlights.length, 0);
    await end(page);
  });

  for (const trouble of ["error", "maintenance"]) {
    test(`the site's ${trouble} page: says so and points at nothing`, async () => {
      const page = await guided("account");
      await calloutThat(lab(), page, { control: "account-settings" });
      await lab().go(page, at("account", { trouble }));
      const seen = await calloutThat(lab(), page, { state: "blocked", text: /not working/i });
      assert.equal(seen.spotlights.length, 0);
      await end(page);
    });
  }

  test("off the way: says so, and the callout's link leads back", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().go(page, at("addresses"));
    const seen = await calloutThat(lab(), page, { state: "lost" });
    const [back] = seen.callout.links;
    assert.match(back.href, /^https:\/\/[\w.]*aliexpress\.com\//);
    await pressInOverlay(lab(), page, back.text);
    await calloutThat(lab(), page, { state: "act" });
    await end(page);
  });

  test("an address book's Delete is never taken for the account's", async () => {
    const page = await guided("addresses", {}, "delete");
    const seen = await calloutThat(lab(), page, { state: ["lost", "act", "wait"] });
    assert.ok(!seen.spotlights.some(({ control }) => ["delete", "submit", "remove"].includes(control)));
    await end(page);
  });

  for (const gen of ["2024", "2020"]) {
    test(`the back button: the guide is where the person is (${gen})`, async () => {
      const page = await guided("account", { gen });
      await clickControl(lab(), page, "account-settings");
      await clickControl(lab(), page, "edit-profile");
      await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
      await lab().back(page);
      await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
      await lab().back(page);
      await calloutThat(lab(), page, { page: "my-aliexpress", control: "account-settings" });
      await assertUntouched(page);
      await end(page);
    });
  }

  test("a control that opens a new tab hands the guide over to it", async () => {
    const page = await guided("settings", { tab: "new" });
    const before = await lab().browser.pages();
    await clickControl(lab(), page, "edit-profile");
    const fresh = await freshTab(lab(), before);
    await calloutThat(lab(), fresh, { page: "edit-profile", control: "deactivate" });
    await end(fresh, page);
  });

  test("a tab that the person opens alone is not guided", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    const other = await lab().open(at("settings"));
    await never(() => overlay(lab(), other), { what: "an overlay in a tab that is not guided" });
    await assertNothingHere(lab(), other);
    await other.close();
    await end(page);
  });

  test("a control in a frame of the same site is followed, and its press counts", async () => {
    const page = await guided("account", { gen: "2020" });
    await calloutThat(lab(), page, { control: "account-settings" });
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.srcdoc = `<body style="height: 2000px"><p style="height: 100px"></p><a href="#">Account Settings</a>`;
      document.body.replaceChildren(document.querySelector("h1") ?? "My Account", frame);
    });
    const before = await spotlightOn(lab(), page, "account-settings");
    await page.evaluate(() => document.querySelector("iframe").contentWindow.scrollTo(0, 60));
    await until(
      async () => {
        const { box } = await spotlightOn(lab(), page, "account-settings");
        return Math.abs(before.box[1] - 60 - box[1]) < 1;
      },
      { what: "the spotlight is where its control was scrolled to" },
    );
    await clickControl(lab(), page, "account-settings");
    const tab = await lab().tabIdOf(page);
    const memory = () =>
      lab().inExtension(async (api, key) => (await api.storage.session.get(key))[key].memory, `guide:${tab}`);
    await until(async () => /pressed=\S+ account-settings/.test((await memory()).text), {
      what: "the guide remembers the press",
      seen: memory,
    });
    await end(page);
  });

  test("the popup shows the running guide, its switch and its end", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    const popup = await openPopup(lab(), page);
    const seen = await readPopup(popup);
    assert.ok(seen.stop, `Stop is offered: ${JSON.stringify(seen)}`);
    await leavePopup(popup);
    await stop(lab(), page);
    await assertNothingLeft(lab(), page);
    await page.close();
  });

  test("the background is stopped midway: the person notices nothing", async () => {
    const page = await guided("account");
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().stopBackground();
    await clickControl(lab(), page, "account-settings");
    await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    await clickControl(lab(), page, "edit-profile");
    await calloutThat(lab(), page, { page: "edit-profile", control: "deactivate" });
    await end(page);
  });
});
