// After a whole way out: what the site said of its delay is repeated, put into the calendar and on the receipt; and an order's page that
// offers an invoice is listed in the checklist.

import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { calloutThat, eachBrowser, pressInOverlay, start, until } from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { openOwn, textOf } from "./harness/pages.mjs";
import { walk } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";
import { counted, openChecklist } from "./harness/preparing.mjs";

/** Goodbyes in different words, each with its delay in whole days. */
const GOODBYES = [
  { lang: "en", says: /within 24 hours/, days: 1 },
  { lang: "en", switches: { days: 7 }, says: /after 7 days/, days: 7 },
  { lang: "ru", switches: { days: 14 }, says: /через 14 дней/, days: 14 },
  { lang: "ja", switches: { days: 30 }, says: /30日後/, days: 30 },
];

const dayIn = (days) => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString("sv");
};
const written = (iso) =>
  new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));

eachBrowser("leaving", (lab) => {
  for (const { lang, switches, says, days } of GOODBYES) {
    test(`a goodbye that says ${says}: day, calendar and receipt follow it`, async () => {
      const page = await lab().open(at("privacy", { lang, hash: "/request/delete", ...switches }));
      const tab = await lab().tabIdOf(page);
      await start(lab(), page, "delete", { reason: "privacy" });
      const { trail } = await walk(lab(), page, { answers: { phrase: "agree" } });
      assert.match(trail.at(-1).text, says, "the callout repeats what the page says");
      await pressInOverlay(lab(), page, "stop");

      const saved = await takeDownloads(lab());
      const after = await openOwn(lab(), "after", { tab });
      const end = dayIn(days);
      await until(async () => (await textOf(after, "#done-on")).includes(written(end)), {
        what: `the page says that it is done on ${end}`,
        seen: () => after.evaluate(() => document.querySelector("#done-on").parentElement.innerText),
      });
      assert.match(await textOf(after, "#said"), says);
      await after.click("[data-calendar=day]");
      const calendar = new ICAL.Component(ICAL.parse(await saved.file(`farewell-day-${end}.ics`)));
      const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
      assert.equal(event.startDate.toString(), end);
      await after.click("[data-receipt]");
      const receipt = await saved.file(`farewell-receipt-${dayIn(0)}.txt`);
      assert.match(receipt, says);
      assert.ok(receipt.includes(`Done, going by that: ${written(end)}`), receipt);
    });
  }

  test("an order whose page offers an invoice is listed in the checklist", async () => {
    const page = await lab().open(at("orders", { orders: "12" }));
    await start(lab(), page, "prepare");
    await counted(lab(), page, 12);
    const id = await page.evaluate(() => {
      const done = [...document.querySelectorAll(".order-item")].find((one) =>
        one.textContent.includes("Completed"),
      );
      const link = done.querySelector("[data-pl=order_item_header_detail]");
      link.scrollIntoView({ block: "center" });
      link.click();
      return /orderId=(\d+)/.exec(link.href)[1];
    });
    await calloutThat(lab(), page, { page: "order-detail", text: /Download invoice/ });
    const checklist = await openChecklist(lab(), page, 12);
    await until(
      () =>
        checklist.evaluate(
          (id) =>
            document.querySelector("#invoices").checkVisibility() && document.body.innerText.includes(id),
          id,
        ),
      { what: `${id} is listed`, seen: () => checklist.evaluate(() => document.body.innerText) },
    );
  });
});
