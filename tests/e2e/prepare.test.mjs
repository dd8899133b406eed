// Before leaving: the guide leads over the pages of orders and money, reads what the list shows, and the checklist saves it.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assertNoRequests,
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  overlay,
  pressInOverlay,
  start,
  stop,
  until,
} from "./harness.mjs";
import { orderList } from "./harness/order-lists.mjs";
import { at } from "./harness/practice.mjs";

const LIST = "https://www.aliexpress.com/p/order/index.html";

/** The lists of this suite, by the name in their address. */
const lists = new Map();
const pages = ({ host, path }) => {
  const name = /[?&]list=([\w-]+)/.exec(path ?? "")?.[1];
  return lists.get(name)?.html;
};

eachBrowser(
  "prepare",
  (lab, browser) => {
    /** Opens a list and starts to prepare. */
    async function opened(name, options) {
      lists.set(name, orderList(options));
      const page = await lab().open(`${LIST}?list=${name}`);
      await start(lab(), page, "prepare");
      return { page, list: lists.get(name) };
    }

    const rowOf = async (page, id = "orders") =>
      (await lab().status(page))?.before.find((row) => row.id === id);

    const seen = (page, count) =>
      until(async () => (await rowOf(page))?.seen === count, {
        what: `${count} orders are counted`,
        seen: () => lab().status(page),
      });

    /** Presses what shows more until it is gone. */
    async function toTheEnd(page, step = 10) {
      for (;;) {
        const at = await overlay(lab(), page);
        if (!(await page.$(".order-more button"))) return;
        const before = await page.$$eval(".list > *", (all) => all.length);
        if (at) await page.$eval(".order-more button", (button) => button.click());
        await until(async () => (await page.$$eval(".list > *", (all) => all.length)) > before, { what: `more than ${before}, ${step}` });
      }
    }

    /** What the checklist of the page's tab saves as JSON. */
    async function saved(page) {
      const tab = await lab().tabIdOf(page);
      const list = await lab().open();
      await lab().visit(list, lab().extensionUrl(`before.html?tab=${tab}`));
      await until(() => list.evaluate(() => document.querySelector("[data-export=json]")?.disabled === false), {
        what: "something can be saved",
      });
      const text = await list.evaluate(
        () =>
          new Promise((resolve) => {
            const original = URL.createObjectURL;
            HTMLAnchorElement.prototype.click = () => {};
            URL.createObjectURL = (blob) => {
              resolve(blob.text());
              return original(blob);
            };
            document.querySelector("[data-export=json]").click();
          }),
      );
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
          await page.select("#period", await page.$eval("#period option:last-child", (one) => one.value));
        }
        if (count > 10) await calloutThat(lab(), page, { page: "order-list", state: "act", control: "load-more" });
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
        const { page, list } = await opened(grows, { count: 60, grows, tab: 60 });
        await calloutThat(lab(), page, { page: "order-list" });
        for (let n = 0; n < 70 && (await rowOf(page))?.seen !== 60; n++) {
          await page.mouse.move(300, 300);
          await page.mouse.wheel({ deltaY: 300 });
          await new Promise((resolve) => setTimeout(resolve, 120));
        }
        await seen(page, 60);
        assert.deepEqual(slim((await saved(page)).orders), slim(list.orders));
      }
    });
  },
  { pages },
);
