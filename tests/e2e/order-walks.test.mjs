// Long lists, walked to their end: every order is counted once and saved once, within a time that a person waits for; a list
// on a phone; and one that ends before all its orders were shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calloutThat, clickControl, eachBrowser, until } from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { counted, openChecklist, orderLists, rowOf, toTheEnd } from "./harness/preparing.mjs";

const lists = orderLists();
const PHONE = { width: 390, height: 844 };

/** How long 5,000 orders may take from the start of the guide until they are counted, and until they are saved after a press. */
const MOST_MS = { counted: 40_000, saved: 15_000 };

eachBrowser(
  "order walks",
  (lab) => {
    /** What the checklist saves as JSON. */
    async function savedFrom(checklist) {
      const saved = await takeDownloads(lab());
      const day = await checklist.evaluate(() => new Date().toLocaleDateString("sv"));
      await checklist.click("[data-export=json]");
      return JSON.parse(await saved.file(`aliexpress-orders-${day}.json`));
    }

    /** Every order of the list is there, once and in its order. */
    const assertAll = (file, list) =>
      assert.deepEqual(
        file.orders.map(({ order_id }) => order_id),
        list.orders.map(({ order_id }) => order_id),
      );

    test("128 orders, by what the guide marks alone", async () => {
      const { page, list } = await lists.open(lab(), "marks", { count: 128, per: 16, tab: 128 });
      for (let shown = 16; shown < 128; shown += 16) {
        await counted(lab(), page, shown);
        await calloutThat(lab(), page, { control: "load-more", text: new RegExp(`read: ${shown} of 128`) });
        await clickControl(lab(), page, "load-more");
      }
      await counted(lab(), page, 128);
      const { spotlights } = await calloutThat(lab(), page, { text: /read: 128 of 128/ });
      assert.deepEqual(spotlights, [], "nothing is left to press");
      const file = await savedFrom(await openChecklist(lab(), page, 128));
      assertAll(file, list);
      assert.deepEqual([file.seen, file.of, file.complete], [128, 128, true]);
    });

    test("5,000 orders: each once, in time", async (context) => {
      const began = performance.now();
      const { page, list } = await lists.open(lab(), "long", { count: 5000, per: 250, tab: 5000 });
      await calloutThat(lab(), page, { control: "load-more" });
      await toTheEnd(page);
      await counted(lab(), page, 5000, { within: MOST_MS.counted });
      const walked = performance.now() - began;
      const checklist = await openChecklist(lab(), page, 5000);
      const pressed = performance.now();
      const file = await savedFrom(checklist);
      const saved = performance.now() - pressed;
      context.diagnostic(`counted after ${Math.round(walked)} ms, saved in ${Math.round(saved)} ms`);
      assertAll(file, list);
      assert.deepEqual([file.seen, file.of, file.complete, file.ended], [5000, 5000, true, true]);
      assert.ok(walked < MOST_MS.counted, `${walked} ms until 5,000 orders were counted`);
      assert.ok(saved < MOST_MS.saved, `${saved} ms until 5,000 orders were saved`);
    });

    test("on a phone: the list's own make there, pressed where it is marked, and the checklist", async () => {
      const options = { make: "phone", count: 24, per: 12, tab: 24, lang: "tr", currency: "TRY" };
      const { page, list } = await lists.open(lab(), "phone", options);
      await page.setViewport(PHONE);
      await counted(lab(), page, 12);
      await clickControl(lab(), page, "load-more");
      await counted(lab(), page, 24);
      const checklist = await openChecklist(lab(), page, 24);
      await checklist.setViewport(PHONE);
      assert.equal(await checklist.$eval("[data-orders-of]", (one) => one.textContent), "24");
      assertAll(await savedFrom(checklist), list);
    });

    test("a list that grows while it is scrolled is not called ended before", async () => {
      const { page, list } = await lists.open(lab(), "grows", { count: 30, grows: "scroll", tab: 30 });
      await calloutThat(lab(), page, { step: "more", text: /read: 10 of 30\. Scroll down/ });
      for (const shown of [20, 30]) {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await counted(lab(), page, shown);
      }
      await calloutThat(lab(), page, { text: /No more orders here – Orders read: 30 of 30/ });
      const file = await savedFrom(await openChecklist(lab(), page, 30));
      assertAll(file, list);
      assert.equal(file.complete, true);
    });

    test("a list that grows while it is scrolled and ends early says so once its end stays in sight", async () => {
      const { page, list } = await lists.open(lab(), "stops", { count: 20, grows: "scroll", tab: 30 });
      await calloutThat(lab(), page, { step: "more", text: /read: 10 of 30\. Scroll down/ });
      const toTheFoot = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await toTheFoot();
      await counted(lab(), page, 20);
      await toTheFoot();
      await calloutThat(lab(), page, { text: /read: 20 of 30\. The list ended before all/ });
      const file = await savedFrom(await openChecklist(lab(), page, 20));
      assertAll(file, list);
      assert.deepEqual([file.of, file.ended, file.complete], [30, true, false]);
    });

    test("a list that ends early says so, and is not called complete", async () => {
      const { page, list } = await lists.open(lab(), "early", { count: 30, per: 10, tab: 40 });
      await calloutThat(lab(), page, { control: "load-more" });
      await toTheEnd(page);
      await calloutThat(lab(), page, { text: /read: 30 of 40\. The list ended before all/ });
      const { seen, of, state } = await rowOf(lab(), page);
      assert.deepEqual([seen, of], [30, 40]);
      assert.notEqual(state, "clear");
      const checklist = await openChecklist(lab(), page, 30);
      await until(
        async () =>
          /The list ended before all orders were shown/.test(
            await checklist.evaluate(() => document.body.innerText),
          ),
        { what: "the checklist says that the list ended early" },
      );
      const file = await savedFrom(checklist);
      assertAll(file, list);
      assert.deepEqual([file.of, file.ended, file.complete], [40, true, false]);
    });
  },
  { pages: lists.pages },
);
