// What goes wrong in real life (issue 2, "Bad input"): each ends in words that the person understands and a way on,
// and nothing is ever thrown into the page.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertCantStart,
  assertNothingHere,
  assertNothingLeft,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  fillPopup,
  leavePopup,
  never,
  openPopup,
  overlay,
  readPopup,
  saying,
  spotlightOn,
  start,
  stop,
  until,
} from "./harness.mjs";
import {
  allowHosts,
  fillStorage,
  forbidHosts,
  installAnew,
  reloadExtension,
  switchOffAndOn,
} from "./harness/trouble.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

const ALIEXPRESS = /^https:\/\/([\w-]+\.)*aliexpress\.com\//;

eachBrowser("bad input", (lab, name) => {
  // In Firefox the tests' popup is a tab of its own, and such a tab is not told the address of another one.
  const isTold = name === "chromium";
  const FOREIGN = {
    "a page that is not AliExpress": {
      url: "https://accounts.google.com/o/oauth2/auth",
      words: isTold ? "popup_place_foreign_host" : "popup_place_foreign",
    },
    "a look-alike host": {
      url: "https://aliexpress.com.example.org/user/organization/deactive_account.htm",
      words: isTold ? "popup_place_lookalike" : "popup_place_foreign",
    },
    "an empty tab": { url: "about:blank", words: "popup_place_foreign" },
    "a page of the browser": {
      url: isTold ? "chrome://version" : "about:license",
      words: "popup_place_foreign",
    },
  };
  for (const [what, { url, words }] of Object.entries(FOREIGN)) {
    test(`the popup on ${what} says so, links to the right page and starts nothing`, async () => {
      const page = await lab().open();
      await (url.startsWith("https:") ? lab().go(page, url) : lab().visit(page, url));
      const popup = await openPopup(lab(), page);
      await assertCantStart(popup);
      await fillPopup(popup, "deactivate");
      const seen = await assertCantStart(popup);
      assert.match(seen.text, saying(words));
      assert.ok(
        seen.links.some(({ href }) => ALIEXPRESS.test(href)),
        `a link to AliExpress: ${JSON.stringify(seen)}`,
      );
      await leavePopup(popup);
      assert.equal(await overlay(lab(), page), undefined);
      await page.close();
    });
  }

  test("a guide that comes upon a look-alike host does nothing there", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "account-settings" });
    await lab().go(page, "https://aliexpress.com.example.org/user/organization/deactive_account.htm?reset=1");
    await never(() => overlay(lab(), page), { what: "an overlay on a look-alike host" });
    const values = await page.$$eval("form input:not([type=hidden])", (all) => all.map(({ value }) => value));
    assert.ok(!values.includes(OWNER.phrase), "the look-alike's form was filled");
    await lab().go(page, at("account"));
    await calloutThat(lab(), page, { control: "account-settings" });
    await stop(lab(), page);
    await page.close();
  });

  test("the host permission is taken away midway: nothing throws, the popup says it and asks again", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "account-settings" });
    await forbidHosts(lab());
    try {
      await lab().go(page, at("settings"));
      await never(() => overlay(lab(), page), { what: "an overlay without permission" });
      await assertUntouched(page);
      const popup = await openPopup(lab(), page);
      const seen = await readPopup(popup);
      // Firefox hides the address of a page that it forbids.
      const words = { chromium: "popup_trouble_permission", firefox: "popup_place_hidden_more" };
      assert.match(seen.text, saying(words[name]));
      await leavePopup(popup);
    } finally {
      await allowHosts(lab());
    }
    await page.close();
  });

  test("the form rejects the phrase: the guide stays, says what the site answered, and the person goes on", async () => {
    const page = await lab().open(at("home", { reject: "phrase", reason: "select" }));
    await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
    await lab().go(page, at("deactivate", { reject: "phrase", reason: "select" }));
    await clickControl(lab(), page, "submit");
    await page.waitForSelector("[role=alert]");
    await calloutThat(lab(), page, { page: "deactivate-form", text: saying("guide_rejected") });
    await page.evaluate(() => {
      const field = [...document.querySelectorAll("form input")].find((one) => /deactivate/i.test(one.value));
      field.focus();
      field.select();
    });
    await page.keyboard.type(OWNER.phrase.toUpperCase());
    await clickControl(lab(), page, "submit");
    await calloutThat(lab(), page, { page: "goodbye", state: "done" });
    await assertUntouched(page);
    await page.close();
  });

  test("the control comes 5 s late: the guide waits in words, then points at it", async () => {
    const page = await lab().open(at("account", { late: "5000" }));
    await start(lab(), page, "deactivate");
    const seen = await calloutThat(lab(), page, { state: ["wait", "act", "lost"] });
    assert.ok(
      !seen.spotlights.some(({ control }) => control === "account-settings"),
      "nothing to point at yet",
    );
    await spotlightOn(lab(), page, "account-settings", { within: 9000 });
    await assertUntouched(page);
    await stop(lab(), page);
    await page.close();
  });

  test("the control never comes: the callout says so and offers a way on", async () => {
    const page = await lab().open(at("profile", { never: "1" }));
    await start(lab(), page, "deactivate");
    const seen = await calloutThat(lab(), page, { state: ["wait", "lost"] }, { within: 15_000 });
    assert.ok(!seen.spotlights.some(({ control }) => control === "deactivate"));
    await until(
      async () => {
        const { links, buttons } = (await overlay(lab(), page)).callout;
        return links.length > 0 || buttons.some(({ action }) => !["fold", "stop"].includes(action));
      },
      {
        within: 15_000,
        what: "a link, or a button that does more than stop",
        seen: () => overlay(lab(), page),
      },
    );
    await stop(lab(), page);
    await page.close();
  });

  test("the control is replaced every 300 ms: the spotlight stays with it and can be pressed", async () => {
    const page = await lab().open(at("account", { churn: "300" }));
    await start(lab(), page, "deactivate");
    await until(
      async () => {
        if (!(await lab().urlOf(page)).includes("/p/account/index.html")) return true;
        // A press that falls upon a replacement is lost to everyone: the person presses again.
        await clickControl(lab(), page, "account-settings");
        return false;
      },
      { what: "a press counts" },
    );
    await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    await assertUntouched(page);
    await stop(lab(), page);
    await page.close();
  });

  test("two tabs are guided at once, each its own way", async () => {
    const [one, two] = [await lab().open(at("account")), await lab().open(at("settings"))];
    await start(lab(), one, "deactivate");
    await start(lab(), two, "deactivate");
    await calloutThat(lab(), two, { page: "account-settings", control: "edit-profile" });
    await one.bringToFront();
    await calloutThat(lab(), one, { page: "my-aliexpress", control: "account-settings" });
    await stop(lab(), one);
    await assertNothingLeft(lab(), one);
    await two.bringToFront();
    await calloutThat(lab(), two, { control: "edit-profile" });
    await stop(lab(), two);
    await one.close();
    await two.close();
  });

  test("the tab is closed midway: the next guide starts as if nothing had been", async () => {
    const gone = await lab().open(at("account", { member: "left@example.org" }));
    await start(lab(), gone, "deactivate", { email: "left@example.org" });
    await calloutThat(lab(), gone, { control: "account-settings" });
    await gone.close();
    const page = await lab().open(at("account"));
    await assertNothingHere(lab(), page);
    const kept = () => lab().inExtension((api) => api.storage.session.get(null));
    await until(async () => !JSON.stringify(await kept()).includes("left@example.org"), {
      what: "the closed guide's e-mail is gone",
      seen: kept,
    });
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "account-settings" });
    await stop(lab(), page);
    await page.close();
  });

  test("Stop, then Back to a page where the guide ran: nothing of ours is there", async () => {
    const page = await lab().open(at("account", { gen: "2020" }));
    await start(lab(), page, "deactivate");
    await clickControl(lab(), page, "account-settings");
    await calloutThat(lab(), page, { page: "account-settings" });
    await stop(lab(), page);
    await lab().back(page);
    await until(async () => !(await lab().urlOf(page)).includes("setting"), {
      what: "back on the first page",
    });
    await never(async () => (await overlay(lab(), page)) ?? (await lab().status(page)), {
      what: "something of ours",
    });
    await page.close();
  });

  test("an image that never ends: the guide does not wait for the page to complete", async () => {
    const page = await lab().open(at("account", { hang: "1" }));
    await start(lab(), page, "deactivate");
    await clickControl(lab(), page, "account-settings");
    await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    assert.notEqual(await page.evaluate(() => document.readyState), "complete");
    await stop(lab(), page);
    await page.close();
  });

  test("a page whose first element is long in coming: the guide is there once the page is, and on the next one", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "deactivate");
    await page.goto(at("account", { stall: "700" }), { waitUntil: "domcontentloaded" });
    await clickControl(lab(), page, "account-settings");
    await calloutThat(lab(), page, { page: "account-settings", control: "edit-profile" });
    await stop(lab(), page);
    await page.close();
  });

  const ENDS = {
    reloaded: reloadExtension,
    "switched off and on": switchOffAndOn,
    "installed anew": installAnew,
  };
  for (const [how, work] of Object.entries(ENDS)) {
    test(`the extension is ${how} while a guide runs: the popup says that it is over, and it can be taken up`, async () => {
      const page = await lab().open(at("account"));
      await start(lab(), page, "deactivate");
      await calloutThat(lab(), page, { control: "account-settings" });
      await work(lab());
      await page.bringToFront();
      await until(async () => !(await overlay(lab(), page)), {
        what: "nothing of the old engine is left",
        seen: () => overlay(lab(), page),
      });
      await assertUntouched(page);
      const popup = await openPopup(lab(), page);
      const said = await until(
        async () => {
          const { text } = await readPopup(popup);
          return /Your guide is over: Deactivate the account/.test(text) && text;
        },
        { what: "the popup says that the guide is over", seen: () => readPopup(popup) },
      );
      assert.match(said, /press Start/);
      await leavePopup(popup);
      await start(lab(), page, "deactivate");
      await calloutThat(lab(), page, { control: "account-settings" });
      await stop(lab(), page);
      await assertNothingLeft(lab(), page);
      await page.close();
    });
  }

  test("storage that fails: the popup says so, the page is left alone", async () => {
    const page = await lab().open(at("account"));
    const free = await fillStorage(lab());
    try {
      const popup = await openPopup(lab(), page);
      await fillPopup(popup, "deactivate", { email: `${"a".repeat(60)}@example.org` });
      await popup.click("button[data-flow=deactivate]");
      await until(async () => saying("popup_trouble_storage").test((await readPopup(popup)).text), {
        what: "the popup says why it could not start",
        seen: () => readPopup(popup),
      });
      await leavePopup(popup);
      await assertUntouched(page);
    } finally {
      await free();
    }
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "account-settings" });
    await stop(lab(), page);
    await page.close();
  });
});
