// Before leaving: the guide leads over the pages of orders and money, reads what the list shows, and the checklist saves it.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assertNoRequests,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  pressInOverlay,
  start,
  until,
} from "./harness.mjs";
import { at } from "./harness/practice.mjs";
import {
  chooseLongest,
  counted,
  openChecklist,
  orderLists,
  rowOf as rowIn,
  toTheEnd,
} from "./harness/preparing.mjs";

const lists = orderLists();

eachBrowser(
  "prepare",
  (lab) => {
    const opened = (name, options) => lists.open(lab(), name, options);
    const rowOf = (page, id) => rowIn(lab(), page, id);
    const seen = (page, count) => counted(lab(), page, count);

    /** What the checklist of the page's tab saves as JSON. */
    async function saved(page) {
      const tab = await lab().tabIdOf(page);
      const list = await lab().open();
      await lab().visit(list, lab().extensionUrl(`before.html?tab=${tab}`));
      await until(
        () => list.evaluate(() => document.querySelector("[data-export=json]")?.disabled === false),
        {
          what: "something can be saved",
        },
      );
      await list.evaluate(() => {
        const original = URL.createObjectURL;
        HTMLAnchorElement.prototype.click = () => {};
        URL.createObjectURL = (blob) => {
          blob.text().then((text) => (window.saved = text));
          return original(blob);
        };
        document.querySelector("[data-export=json]").click();
      });
      const text = await until(() => list.evaluate(() => window.saved), {
        what: "a file is saved",
        seen: () => list.evaluate(() => document.body.innerText),
      });
      await list.close();
      return JSON.parse(text);
    }

    const slim = (orders) =>
      orders.map(({ order_id, order_date, status, store, total, items }) => ({
        order_id,
        order_date,
        status,
        store,
        total: total?.amount ?? total,
        items: items.map(({ item, variant, quantity, unit_price, item_id }) => ({
          item,
          variant,
          quantity,
          unit_price,
          item_id,
        })),
      }));

    const CASES = [
      ["en-0", { count: 0 }],
      ["en-7", { count: 7, line: 7 }],
      ["de-30", { lang: "de", count: 30, currency: "EUR", line: 30, period: true }],
      ["pt-cards", { lang: "pt-BR", count: 30, currency: "BRL", tab: 30, period: "bare" }],
      ["ru-table", { lang: "ru", make: "table", count: 30, currency: "RUB", period: true, line: 0 }],
      ["ar-cards", { lang: "ar", count: 25, currency: "SAR", tab: 25, period: true }],
      ["ja-table", { lang: "ja", make: "table", count: 12, currency: "JPY", tab: 12 }],
      ["th-cards", { lang: "th", count: 12, currency: "THB", tab: 12, period: true }],
      ["tr-cards", { lang: "tr", count: 12, currency: "TRY", tab: 12, period: true }],
      ["en-128", { count: 128, tab: 128, period: true }],
      ["no-year", { count: 12, noYear: true, tab: 12 }],
      ["pictures", { count: 12, pictures: true, tab: 12 }],
    ];
    for (const [name, options] of CASES) {
      test(`list ${name}`, async () => {
        const { page, list } = await opened(name, options);
        const { count = 30, period, tab, line } = options;
        if (period) {
          await calloutThat(lab(), page, { page: "order-list", state: "act", control: "order-period" });
          await chooseLongest(page);
        }
        if (count > 10)
          await calloutThat(lab(), page, { page: "order-list", state: "act", control: "load-more" });
        await toTheEnd(page);
        if (count === 0) {
          const { callout } = await calloutThat(lab(), page, { page: "order-list", state: "act" });
          assert.match(callout.text, /Orders read: 0/);
          return;
        }
        await seen(page, count);
        await calloutThat(lab(), page, { text: new RegExp(`read: ${count}( of ${count})?\\.`) });
        const file = await saved(page);
        assert.deepEqual(slim(file.orders), slim(list.orders));
        assert.deepEqual(
          [file.seen, file.of, file.complete, file.ended],
          [count, tab || line || null, Boolean(tab || line), true],
        );
        const row = await rowOf(page);
        assert.deepEqual([row.state, row.open, row.of], ["open", 1, tab || line || null]);
      });
    }

    test("a list that grows while it is scrolled, and one that uses its cards again", async () => {
      for (const grows of ["scroll", "recycle"]) {
        const { page, list } = await opened(`list-${grows.slice(0, 4)}`, { count: 60, grows, tab: 60 });
        await calloutThat(lab(), page, { page: "order-list" });
        for (let n = 0; n < 70 && (await rowOf(page))?.seen !== 60; n++) {
          // A person takes longer to look at what has come than a script to scroll.
          await page.evaluate(() => new Promise((done) => (scrollBy(0, 300), setTimeout(done, 150))));
        }
        await seen(page, 60);
        assert.deepEqual(slim((await saved(page)).orders), slim(list.orders));
      }
    });

    test("the whole way: the longest time, all orders, each page after the other, and the checklist", async () => {
      const page = await lab().open(at("orders", { orders: "30", per: "10", period: "1" }));
      await start(lab(), page, "prepare");
      await calloutThat(lab(), page, { page: "order-list", step: "orders", control: "order-period" });
      await page.select("label select", "3");
      for (let pressed = 0; pressed < 2; pressed++) {
        await calloutThat(lab(), page, { step: "more", control: "load-more" });
        await clickControl(lab(), page, "load-more");
        await seen(page, 20 + pressed * 10);
      }
      await assertUntouched(page);
      for (const next of ["dispute-list", "wallet", "coupons", "addresses", "subscriptions"]) {
        const { callout } = await until(
          async () => {
            const now = await calloutThat(lab(), page, { state: "act" });
            return now.callout.links.length === 1 && now;
          },
          { what: `a link to ${next}` },
        );
        await pressInOverlay(lab(), page, callout.links[0].text);
        await calloutThat(lab(), page, { page: next, state: "act" });
        assert.equal((await rowOf(page)).seen, 30, `${next}: what was read before is known`);
      }
      await openChecklist(lab(), page, 30);
      assertNoRequests(lab());
    });

    test("in another way order pages tell what is open, and no order is kept", async () => {
      const page = await lab().open(at("orders", { orders: "24", per: "24" }));
      await start(lab(), page, "delete");
      await seen(page, 24);
      const kept = await lab().inExtension(async (api) => Object.keys(await api.storage.session.get(null)));
      assert.deepEqual(
        kept.filter((key) => /^(orders|tally):/.test(key)),
        [],
      );
      assert.ok(kept.some((key) => key.startsWith("before:")));
    });

    test("Stop takes away what was read", async () => {
      const page = await lab().open(at("orders"));
      await start(lab(), page, "prepare");
      await seen(page, 10);
      await pressInOverlay(lab(), page, "Stop the guide");
      const left = () => lab().inExtension(async (api) => Object.keys(await api.storage.session.get(null)));
      await until(async () => !(await left()).some((key) => /^(orders|tally|before|collected)/.test(key)), {
        what: "nothing is kept",
        seen: left,
      });
    });

    test("something open offers the checklist and the letter; the goodbye leaves a receipt", async () => {
      const page = await lab().open(at("privacy", { hash: "/request/delete", block: "orders" }));
      const tab = await lab().tabIdOf(page);
      await start(lab(), page, "delete");
      await calloutThat(lab(), page, { page: "privacy-delete" });
      await lab().go(page, at("goodbye"));
      await calloutThat(lab(), page, { state: "done" });
      await pressInOverlay(lab(), page, "Close");
      const receipt = await until(
        () =>
          lab().inExtension(async (api, key) => (await api.storage.session.get(key))[key], `receipt:${tab}`),
        { what: "a receipt" },
      );
      assert.equal(receipt.flow, "delete");
      assert.match(receipt.day, /^\d{4}-\d\d-\d\d$/);
      assert.equal(typeof receipt.said, "string");
    });
  },
  { pages: lists.pages },
);
