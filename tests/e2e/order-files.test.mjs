// The four files of the checklist, saved in a real browser after a list was read, each read back by a program of the field and compared
// cell by cell with what the list showed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, FORMATS, readers } from "../export/reading.mjs";
import { calloutThat, eachBrowser } from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { chooseLongest, counted, openChecklist, orderLists, toTheEnd } from "./harness/preparing.mjs";

const lists = orderLists();

/** Lists of every make, in other languages and moneys than English and the dollar; `says` is what the JSON file says of them as a whole. */
const LISTS = {
  "ru-table": {
    options: { lang: "ru", make: "table", currency: "RUB", count: 30, tab: 30, period: true },
    says: { account_language: "ru", period: "последние 2 года", of: 30, complete: true },
  },
  "pt-cards": {
    options: { lang: "pt-BR", currency: "BRL", count: 30, line: 30, period: true },
    says: { account_language: "pt-BR", period: "últimos 2 anos", of: 30, complete: true },
  },
  "ar-cards": {
    options: { lang: "ar", currency: "SAR", count: 12, tab: 12 },
    says: { account_language: "ar", period: null, of: 12, complete: true },
  },
  "ja-phone": {
    options: { lang: "ja", make: "phone", currency: "JPY", count: 12 },
    says: { account_language: "ja", period: null, of: null, complete: false },
  },
  "no-year": {
    options: { lang: "de", currency: "EUR", count: 7, tab: 7, noYear: true },
    says: { account_language: "de", period: null, of: 7, complete: true },
  },
};

eachBrowser(
  "order files",
  (lab) => {
    for (const [name, { options, says }] of Object.entries(LISTS)) {
      test(`${name}: what the list shows is what each file says`, async (context) => {
        const { page, list } = await lists.open(lab(), name, options);
        await calloutThat(lab(), page, { page: "order-list", state: "act" });
        if (options.period) await chooseLongest(page);
        await toTheEnd(page);
        await counted(lab(), page, options.count);
        const checklist = await openChecklist(lab(), page, options.count);

        const saved = await takeDownloads(lab());
        const day = await checklist.evaluate(() => new Date().toLocaleDateString("sv"));
        const paths = {};
        for (const format of FORMATS) {
          await checklist.click(`[data-export=${format}]`);
          paths[format] = await saved.path(`aliexpress-orders-${day}.${format}`);
        }
        assert.equal((await saved.names()).length, FORMATS.length, "four presses, four files");

        const { saved_at, unreadable } = JSON.parse(await saved.file(`aliexpress-orders-${day}.json`));
        assert.ok(Math.abs(Date.now() - Date.parse(saved_at)) < 60_000, `${saved_at} is now`);
        assert.deepEqual(
          unreadable.map(({ order_id, field }) => [order_id, field]),
          options.noYear ? list.orders.map(({ order_id }) => [order_id, "order_date"]) : [],
        );
        const file = {
          schema: "urn:farewell:orders:1",
          saved_at,
          seen: options.count,
          ended: true,
          ...says,
          unreadable,
          orders: list.orders,
        };
        const sizes = compare(file, (format) => paths[format], await readers());
        for (const [format, { rows, cells }] of Object.entries(sizes))
          context.diagnostic(`${format}: ${rows} rows, ${cells} cells shown = saved`);
      });
    }
  },
  { pages: lists.pages },
);
