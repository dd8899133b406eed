// The checklist: what it shows of what was read, and the files that it saves. What a guide would have read is laid where the
// background keeps it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { at as path } from "../../scripts/lib/places.mjs";
import { openpyxl } from "../../scripts/lib/tools.mjs";
import { siteRows } from "../export/orders.mjs";
import { eachBrowser, until } from "./harness.mjs";

const PAGE = { language: "en", period: "last 2 years", is_longest: true, of: 3, ended: true, at: Date.now() };

const order = (n, status, more = {}) => ({
  id: String(8180000000000000 + n),
  date: `Order date: May ${n}, 2026`,
  status,
  total: "Total: US $12.34",
  items: [{ name: "LED lamp", quantity: "x2", price: "US $6.17" }],
  ...more,
});

const BATCHES = [
  {
    page: PAGE,
    orders: [order(1, "Completed"), order(2, "Awaiting delivery", { protection: "until Dec 24, 2026" })],
  },
  { page: PAGE, orders: [order(3, "Completed", { date: "May 3", has_invoice: true })] },
];

const REFUND = {
  id: "disputes",
  state: "open",
  open: 1,
  seen: 1,
  of: null,
  until: "2027-01-08",
  at: Date.now(),
};

eachBrowser("the checklist", (lab, name) => {
  const keep = (tab, { batches = [], rows = [], full = false }) =>
    lab().inExtension(
      async (api, tab, batches, rows, full) => {
        const items = Object.fromEntries(batches.map((batch, n) => [`orders:t:${n}`, JSON.stringify(batch)]));
        await api.storage.session.set({
          ...items,
          "before:t": JSON.stringify(rows),
          "said:t": [],
          collected: { [tab]: { trip: "t", next: batches.length, full } },
        });
      },
      tab,
      batches,
      rows,
      full,
    );

  /** Opens the checklist of a new tab; `kept` is what was read there. Files that it saves end in `saved`. */
  async function opened(kept = {}) {
    const guided = await lab().open("https://www.aliexpress.com/p/account/index.html");
    const tab = await lab().tabIdOf(guided);
    await keep(tab, kept);
    const page = await lab().open();
    await lab().visit(page, lab().extensionUrl(`before.html?tab=${tab}`));
    await until(() => page.evaluate(() => document.querySelector("main")?.checkVisibility()), {
      what: "the checklist is shown",
    });
    await page.evaluate(() => {
      window.saved = [];
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        window.saved.push(blob);
        return original(blob);
      };
      // The browser's own saving is not what is tested here.
      HTMLAnchorElement.prototype.click = function () {
        window.saved.at(-1).fileName = this.download;
      };
    });
    return { page, tab };
  }

  const shown = (page) =>
    page.evaluate(() => ({
      rows: Object.fromEntries(
        [...document.querySelectorAll("[data-before]")].map((row) => [row.dataset.before, row.dataset.state]),
      ),
      earliest: document.querySelector("[data-earliest]").textContent,
      read: document.querySelector("[data-orders-read]").textContent,
      of: document.querySelector("[data-orders-of]").textContent,
      disabled: [...document.querySelectorAll("[data-export]")].map((button) => button.disabled),
      text: document.body.innerText,
    }));

  const file = (page) =>
    until(
      () =>
        page.evaluate(async () => {
          const blob = window.saved.at(-1);
          if (!blob?.fileName) return undefined;
          const bytes = new Uint8Array(await blob.arrayBuffer());
          window.saved = [];
          return { name: blob.fileName, begin: [...bytes.slice(0, 4)], text: await blob.text() };
        }),
      { what: "a file is saved" },
    );

  test("before anything was read nothing is called fine, and nothing can be saved", async () => {
    const { page } = await opened();
    const screen = await shown(page);
    assert.deepEqual(screen.rows, {
      orders: "unknown",
      disputes: "unknown",
      balance: "unknown",
      data: "unknown",
      access: "unknown",
    });
    assert.deepEqual([screen.earliest, screen.read, screen.of], ["", "", ""]);
    assert.deepEqual(screen.disabled, [true, true, true, true]);
    assert.match(screen.text, /Nothing to save yet/);
  });

  test("what was read is shown, and what is read meanwhile too", async () => {
    const { page, tab } = await opened({ batches: BATCHES.slice(0, 1) });
    const before = await shown(page);
    assert.deepEqual([before.rows.orders, before.read, before.of], ["open", "2", "3"]);
    assert.equal(before.earliest, "2026-12-24");
    await keep(tab, { batches: BATCHES, rows: [REFUND] });
    await until(async () => (await shown(page)).read === "3", { what: "the third order is counted" });
    const after = await shown(page);
    assert.deepEqual([after.rows.disputes, after.earliest], ["open", "2027-01-08"]);
    assert.match(after.text, /Date not readable: 1/);
    assert.match(after.text, /8180000000000003/, "an order with an invoice is listed");
  });

  test("a full storage is said, and what was read can be saved", async () => {
    const { page } = await opened({ batches: BATCHES, full: true });
    const screen = await shown(page);
    assert.match(screen.text, /memory for this is full/);
    assert.deepEqual(screen.disabled, [false, false, false, false]);
  });

  test("each button saves its file", async () => {
    const { page } = await opened({ batches: BATCHES });
    const save = async (format) => {
      await page.click(`[data-export=${format}]`);
      return file(page);
    };
    const day = await page.evaluate(() => new Date().toLocaleDateString("sv"));
    const csv = await save("csv");
    assert.equal(csv.name, `aliexpress-orders-${day}.csv`);
    assert.deepEqual(csv.begin.slice(0, 3), [0xef, 0xbb, 0xbf]);
    assert.match(
      csv.text,
      /8180000000000001,2026-05-01,Completed,,,LED lamp,,2,6\.17,12\.34,USD,Total: US \$12\.34,/,
    );
    const json = JSON.parse((await save("json")).text);
    assert.deepEqual([json.seen, json.of, json.complete, json.period], [3, 3, true, "last 2 years"]);
    assert.deepEqual(json.unreadable, [{ order_id: "8180000000000003", field: "order_date", text: "May 3" }]);
    const xlsx = await save("xlsx");
    assert.deepEqual([xlsx.name, ...xlsx.begin], [`aliexpress-orders-${day}.xlsx`, 0x50, 0x4b, 3, 4]);
    const html = await save("html");
    assert.match(html.text, /<html lang="en" dir="ltr">/);
    assert.match(html.text, /Orders read: 3 of 3\./);
  });

  test("the calendar gets the earliest day", async () => {
    const { page } = await opened({ batches: BATCHES });
    await page.click("[data-calendar=earliest]");
    const { name: fileName, text } = await file(page);
    assert.equal(fileName, "farewell.ics");
    assert.match(text, /DTSTART;VALUE=DATE:20261224\r\n/);
  });

  test("a tick is kept and does not hide what is open", async () => {
    const { page, tab } = await opened({ batches: BATCHES });
    for (const id of ["data", "orders"]) await page.click(`[data-said=${id}]`);
    await until(async () => (await shown(page)).rows.data === "said", { what: "the tick is kept" });
    assert.equal((await shown(page)).rows.orders, "open");
    const later = await lab().open();
    await lab().visit(later, lab().extensionUrl(`before.html?tab=${tab}`));
    await until(async () => (await shown(later)).rows.data === "said", { what: "it is there in a new page" });
  });

  test("the site's own file is read, compared and saved; another is refused in words", async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "farewell-file-"));
    context.after(() => rmSync(folder, { recursive: true }));
    const { rows, orders } = siteRows(30);
    const own = join(folder, "aliexpress_user_data_backup_1.xlsx");
    writeFileSync(join(folder, "rows.json"), JSON.stringify(rows));
    const { python, folder: packages } = openpyxl();
    const script = path("tests", "export", "files.py");
    const env = { ...process.env, PYTHONPATH: packages };
    const { status } = spawnSync(python, [script, "write-site", join(folder, "rows.json"), own], { env });
    assert.equal(status, 0);
    writeFileSync(join(folder, "other.xlsx"), "no spreadsheet");

    const { page } = await opened({ batches: BATCHES.slice(1) });
    const input = await page.$("input[name=site-file]");
    await input.uploadFile(join(folder, "other.xlsx"));
    await until(async () => /other\.xlsx is no \.xlsx spreadsheet/.test((await shown(page)).text), {
      what: "another file is refused",
    });
    await input.uploadFile(own);
    await until(async () => (await shown(page)).read === "31", { what: "the file's orders are counted" });
    assert.match((await shown(page)).text, /In the list, not in the file:\s+8180000000000003/);
    await page.click("[data-export=json]");
    const saved = JSON.parse((await file(page)).text);
    assert.equal(saved.complete, false);
    const found = saved.orders.find((one) => one.order_id === orders[0].order_id);
    assert.deepEqual(found, orders[0]);

    // The file names no currency, and the list does not have these orders: the person is asked, and nothing is made up.
    const asked = () => page.evaluate(() => document.querySelector("#currency").checkVisibility());
    assert.ok(await asked());
    await page.select("select[name=currency]", "BRL");
    await page.click("[data-export=json]");
    const named = JSON.parse((await file(page)).text).orders;
    const priced = (code) => named.filter(({ total }) => total.amount && total.currency === code);
    assert.deepEqual(
      priced("USD").map(({ order_id }) => order_id),
      ["8180000000000003"],
      "the list's order keeps its own",
    );
    assert.ok(priced("BRL").length > 0);
    assert.equal(priced(null).length, 0);
  });

  test("on a phone nothing is wider than the screen, and the keyboard reaches every control", async () => {
    const { page } = await opened({ batches: BATCHES, rows: [REFUND] });
    await page.setViewport({ width: 360, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide in ${name}`);
    const reachable = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, input")]
        .filter((one) => one.checkVisibility() && !one.disabled)
        .every((one) => one.tabIndex === 0),
    );
    assert.ok(reachable);
  });
});
