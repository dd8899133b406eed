// The popup as a person meets it: one glance, then steps of one screen each, Start in sight on all of them; by the keyboard alone
// and by what the browser tells a screen reader alone; and in the language that was chosen.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  calloutThat,
  choose,
  CONSEQUENCES,
  eachBrowser,
  fillPopup,
  leavePopup,
  openPopup,
  readPopup,
  ROOT,
  saying,
  stop,
  tick,
  until,
} from "./harness.mjs";
import { at } from "./harness/practice.mjs";

/** The step in sight, and whether Start is. */
const seenOf = (popup) =>
  popup.evaluate(() => {
    const inside = ({ left, right, top, bottom }) =>
      left > -2 && right < innerWidth + 2 && top > -2 && bottom < innerHeight + 2;
    const leftOf = (one) => one.getBoundingClientRect().left;
    const steps = [...document.querySelectorAll(".step:not([hidden])")];
    return {
      step: steps.find((one) => Math.abs(leftOf(one) - leftOf(one.parentElement)) < 2)?.dataset.step,
      start: inside(document.querySelector("button[data-flow]").getBoundingClientRect()),
    };
  });

const isAt = (popup, step) =>
  until(
    async () => {
      const seen = await seenOf(popup);
      return seen.step === step && seen.start;
    },
    { what: `the step ${step} is in sight, and Start`, seen: () => seenOf(popup) },
  );

const isReady = (popup, flow) =>
  until(async () => (await readPopup(popup)).starts.some((one) => one.flow === flow && !one.disabled), {
    what: "Start is enabled",
    seen: () => readPopup(popup),
  });

/** Presses Tab until the focus is on what `selector` names. */
const tabTo = (popup, selector) =>
  until(
    async () => {
      if (await popup.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return true;
      await popup.keyboard.press("Tab");
      return false;
    },
    { what: `the keyboard is on ${selector}` },
  );

const LANGUAGES = readdirSync(join(ROOT, "extension", "_locales"));

/** By how much the last way reaches below what the popup shows of its first step, and whether any text of a way is cut. */
const belowTheFold = (popup) =>
  popup.evaluate(() => {
    const cards = [...document.querySelectorAll(".card")].filter((one) => one.checkVisibility());
    const edge = document.querySelector("#step-ways").getBoundingClientRect().bottom;
    const isCut = (one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight;
    return {
      ways: cards.length,
      below: Math.max(0, Math.ceil(cards.at(-1).getBoundingClientRect().bottom - edge)),
      cut: cards.filter(isCut).length,
    };
  });

eachBrowser("popup", (lab, browser) => {
  test("in every language the first glance holds all ways, none of them cut", async () => {
    const page = await lab().open(at("settings"));
    const address = lab().extensionUrl(`popup.html?tab=${await lab().tabIdOf(page)}`);
    const popup = await lab().newPage();
    await popup.setViewport({ width: 372, height: 600 });
    const seen = {};
    for (const language of LANGUAGES) {
      const speak = (api, language) => api.storage.local.set({ options: { language } }).then(() => true);
      await lab().inExtension(speak, language);
      await lab().visit(popup, `${address}&language=${language}`);
      await popup.waitForSelector(".card", { visible: true });
      seen[language] = await belowTheFold(popup);
    }
    await lab().inExtension((api) => api.storage.local.remove("options").then(() => true));
    await popup.close();
    const all = Object.fromEntries(LANGUAGES.map((one) => [one, { ways: 5, below: 0, cut: 0 }]));
    assert.deepEqual(seen, all);
  });

  test("Next and Back lead from step to step, and Start is in sight on each", async () => {
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    await choose(popup, "delete");
    await isAt(popup, "ways");
    for (const step of ["about", "consequences", "email"]) {
      await popup.click("[data-action=next]");
      await isAt(popup, step);
    }
    await popup.click("[data-action=back]");
    await isAt(popup, "consequences");
    await leavePopup(popup);
  });

  test("nobody has to press Next: each tick brings its step", async () => {
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    await choose(popup, "delete");
    for (const id of CONSEQUENCES.delete) await tick(popup, id);
    await isAt(popup, "consequences");
    await isReady(popup, "delete");
    await leavePopup(popup);
  });

  test("what was chosen and the step stay when the popup closes; another tab gets the choice, and no tick", async () => {
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    await choose(popup, "delete");
    await tick(popup, "data");
    await isAt(popup, "consequences");
    await leavePopup(popup);
    const again = await openPopup(lab(), page);
    await isAt(again, "consequences");
    const ticked = ({ consequences }) => consequences.filter((one) => one.ticked).map(({ id }) => id);
    assert.deepEqual(ticked(await readPopup(again)), ["data"]);
    await leavePopup(again);
    const other = await openPopup(lab(), await lab().open(at("home")));
    await isAt(other, "ways");
    const seen = await readPopup(other);
    assert.deepEqual([seen.starts[0].flow, ticked(seen)], ["delete", []]);
    await leavePopup(other);
  });

  test("a popup that is closed in the moment of Start has started the guide, or says so when it opens again", async () => {
    for (let n = 0; n < 4; n++) {
      const page = await lab().open(at("settings"));
      const popup = await openPopup(lab(), page);
      await fillPopup(popup, "delete");
      await isReady(popup, "delete");
      await lab().stopBackground();
      await Promise.all([
        popup.evaluate(() => document.querySelector("button[data-flow]").click()),
        popup.close(),
      ]).catch(() => {});
      const again = await openPopup(lab(), page);
      const seen = await until(
        async () => {
          const seen = await readPopup(again);
          return (seen.stop || saying("popup_trouble_unstarted").test(seen.text)) && seen;
        },
        { what: "the guide runs, or the popup says that it does not", seen: () => readPopup(again) },
      );
      if (!seen.stop) {
        await isReady(again, "delete");
        await again.click("button[data-flow]");
        await until(async () => (await readPopup(again)).stop, { what: "the guide runs now" });
      }
      await leavePopup(again);
      await page.bringToFront();
      await calloutThat(lab(), page, { flow: "delete" });
      await stop(lab(), page);
      await page.close();
    }
  });

  test("by the keyboard alone: choose, read, tick, start", async () => {
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    await tabTo(popup, "[name=way]");
    await popup.keyboard.press(" ");
    await until(
      async () => {
        if ((await readPopup(popup)).starts.some(({ flow }) => flow === "delete")) return true;
        await popup.keyboard.press("ArrowDown");
        return false;
      },
      { what: "the way is chosen by the arrows" },
    );
    for (const id of CONSEQUENCES.delete) {
      await tabTo(popup, `[data-consequence=${id}]`);
      await popup.keyboard.press(" ");
    }
    await isReady(popup, "delete");
    await tabTo(popup, "button[data-flow=delete]");
    await popup.keyboard.press("Enter");
    await until(async () => popup.isClosed() || (await lab().status(page)), {
      what: "the guide has started",
    });
    await leavePopup(popup);
    await stop(lab(), page);
  });

  // Over WebDriver BiDi the browser does not tell what it tells a screen reader.
  test("by the accessibility tree alone", { skip: browser !== "chromium" }, async () => {
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    const press = async (name, role) =>
      (await popup.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`)).click();
    await press("Delete the account", "radio");
    await press("Next", "button");
    await press("Privacy", "radio");
    await press("Next", "button");
    const boxes = ["My data is erased", "No more signing in", "Open orders", "Open disputes"];
    for (const box of [...boxes, "Refunds and balance"]) await press(box, "checkbox");
    await isReady(popup, "delete");
    await press("Start the guide", "button");
    await until(async () => popup.isClosed() || (await lab().status(page)), {
      what: "the guide has started",
    });
    await leavePopup(popup);
    await stop(lab(), page);
  });

  test("the language that was chosen is spoken by the popup, by the guide and by the toolbar", async () => {
    await lab().inExtension((api) => api.storage.local.set({ options: { language: "ar" } }));
    const page = await lab().open(at("settings"));
    const popup = await openPopup(lab(), page);
    const seen = await readPopup(popup);
    assert.equal(seen.dir, "rtl");
    assert.doesNotMatch(seen.text, /Which way/);
    await choose(popup, "delete");
    for (const id of CONSEQUENCES.delete) await tick(popup, id);
    await isReady(popup, "delete");
    await popup.click("button[data-flow=delete]");
    await until(async () => popup.isClosed() || (await lab().status(page)), {
      what: "the guide has started",
    });
    await leavePopup(popup);
    await page.bringToFront();
    await calloutThat(lab(), page, { flow: "delete", text: /[\u0600-\u06ff]{3}/ });
    const tab = await lab().tabIdOf(page);
    await until(
      () =>
        lab().inExtension(
          async (api, tabId) =>
            /الخطوة/.test(await api.action.getTitle({ tabId })) && api.action.getBadgeText({ tabId }),
          tab,
        ),
      { what: "the toolbar says the step" },
    );
    await stop(lab(), page);
    await lab().inExtension((api) => api.storage.local.remove("options"));
  });
});
