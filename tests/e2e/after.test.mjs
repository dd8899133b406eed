// Afterwards: the delay as the site's own page said it, what to check and from whom that is known, calendar files that a
// calendar library reads, and a receipt that names nobody.

import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { eachBrowser, until } from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { enter, isSeen, openOwn, textOf } from "./harness/pages.mjs";

/** Goodbyes in different words: what the page says of them, and the days of the two looks. */
const GOODBYES = [
  {
    said: "Your account will be deleted within 24 hours.",
    delay: { number: 24, unit: "hour" },
    done: "2024-12-01",
    month: "2024-12-30",
  },
  {
    said: "Thank you. After 7 days your account lena@example.org is gone.",
    shown: "Thank you. After 7 days your account … is gone.",
    delay: { number: 7, unit: "day" },
    done: "2024-12-07",
    month: "2024-12-30",
  },
  {
    said: "Wird in 45 Tagen gelöscht. Melden Sie sich vorher an, um abzubrechen.",
    delay: { number: 45, unit: "day" },
    done: "2025-01-14",
    month: "2025-01-14",
  },
];

const TAB = 7;

/** What the background keeps of a leaving in a tab. */
const keep = (lab, record) =>
  lab.inExtension(
    (api, key, value) => api.storage.session.set({ [key]: value }).then(() => true),
    `receipt:${TAB}`,
    {
      flow: "delete",
      day: "2024-11-30",
      ...record,
    },
  );

/** The page for afterwards, once it knows what is kept: until then it shows the day of today, which the kept one never is. */
async function openAfter(lab, record) {
  await keep(lab, record);
  const page = await openOwn(lab, "after", { tab: TAB });
  await until(() => page.$eval("[name=day]", (field) => field.value === "2024-11-30"), {
    what: "the day of the leaving is there",
  });
  return page;
}

const written = (iso) =>
  new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));

/** The one event of a calendar file. */
function eventIn(file) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent");
  assert.equal(events.length, 1);
  return new ICAL.Event(events[0]);
}

eachBrowser("after", (lab) => {
  for (const { said, shown = said, delay, done, month } of GOODBYES) {
    test(`the page's own delay is repeated: ${said}`, async () => {
      const saved = await takeDownloads(lab());
      const page = await openAfter(lab(), { said, delay });
      assert.equal(await textOf(page, "#said"), shown);
      assert.ok((await textOf(page, "#done-on")).includes(written(done)));
      assert.equal(await isSeen(page, "[data-fact=delay]"), false, "no other delay confuses");
      for (const [which, day] of [
        ["day", done],
        ["month", month],
      ]) {
        const button = `button[data-calendar=${which}]`;
        assert.ok((await textOf(page, button)).includes(written(day)), which);
        await page.click(button);
        const event = eventIn(await saved.file(`farewell-${which}-${day}.ics`));
        assert.equal(event.startDate.toString(), day);
        assert.ok(event.startDate.isDate, "it takes the whole day");
        assert.match(event.summary, /AliExpress/);
        assert.match(event.description, /\S/);
      }
    });
  }

  test("where nothing is known of the tab, that is said, and the first look is on the next day", async () => {
    const page = await openOwn(lab(), "after", { tab: 404 });
    await enter(page, "day", "2026-12-31");
    assert.match(await textOf(page, "#said-nothing"), /not known/);
    for (const untold of ["#said", "#done-on"]) assert.equal(await isSeen(page, untold), false, untold);
    assert.ok(await isSeen(page, "[data-fact=delay]"), "what others report is shown instead");
    assert.ok((await textOf(page, "[data-calendar=day]")).includes(written("2027-01-01")));
    assert.ok((await textOf(page, "[data-calendar=month]")).includes(written("2027-01-31")));
  });

  test("words without a time are repeated all the same, and how long it takes is said to be not known", async () => {
    const page = await openAfter(lab(), { said: "Your request is being processed." });
    assert.equal(await textOf(page, "#said"), "Your request is being processed.");
    assert.match(await textOf(page, "#done-on"), /not known/);
  });

  test("every fact says who says it and when, or that it is not known", async () => {
    const page = await openOwn(lab(), "after");
    const facts = await page.$$eval("[data-fact]", (all) =>
      all.map((one) => ({
        id: one.dataset.fact,
        standing: one.dataset.standing,
        words: one.querySelector("[data-part=words]")?.textContent,
        source: one.querySelector("[data-part=source]")?.textContent,
      })),
    );
    const begins = {
      official: /^AliExpress itself: .+, .+/,
      reported: /^Reported, not confirmed: .+, .+/,
      elsewhere: /^Reported of another site: .+, .+/,
      unknown: /^Not known/,
    };
    assert.ok(facts.length > 10);
    for (const { id, standing, words, source } of facts) {
      assert.match(words, /\S/, id);
      assert.match(source, begins[standing], id);
    }
  });

  test("coming back is spoken of as the way taken allows", async () => {
    const page = await openAfter(lab(), { flow: "deactivate" });
    await until(() => isSeen(page, "[data-fact=back-how]"), { what: "how an account comes back is said" });
    assert.equal(await isSeen(page, "[data-fact=back-deleted]"), false);
    await enter(page, "way", "delete");
    assert.ok(await isSeen(page, "[data-fact=back-deleted]"));
    assert.equal(await isSeen(page, "[data-fact=back-how]"), false);
  });

  test("the receipt holds way, day, what was seen and saved, and names nobody", async () => {
    const saved = await takeDownloads(lab());
    const page = await openAfter(lab(), {
      ...GOODBYES[1],
      before: [
        { id: "orders", state: "clear", open: 0 },
        { id: "balance", state: "unknown" },
      ],
      saved: ["aliexpress-orders-2024-11-30.csv"],
    });
    await page.click("button[data-receipt]");
    const text = await saved.file("farewell-receipt-2024-11-30.txt");
    for (const line of [
      /^Way: Privacy Center/m,
      /^Day: November 30, 2024$/m,
      /^The page said: Thank you\. After 7 days/m,
      /^Done, going by that: December 7, 2024$/m,
      /^Seen before: orders: nothing open$/m,
      /^Seen before: balance: not looked at$/m,
      /^Files saved: aliexpress-orders-2024-11-30\.csv$/m,
      /^Written with: Farewell \d+\.\d+\.\d+/m,
    ])
      assert.match(text, line);
    assert.doesNotMatch(text, /@/);
  });

  test("what the person changes in the receipt stays theirs, and is what is saved", async () => {
    const saved = await takeDownloads(lab());
    const page = await openAfter(lab(), {});
    await page.focus("[name=receipt]");
    await page.keyboard.type("Ha! ");
    await enter(page, "way", "remove");
    const text = await page.$eval("[name=receipt]", (field) => field.value);
    assert.match(text, /Ha! /);
    await page.focus("button[data-receipt]");
    await page.keyboard.press("Enter");
    assert.equal(await saved.file("farewell-receipt-2024-11-30.txt"), text);
  });

  test("it leads to the letters that may be needed now, about the same tab", async () => {
    const page = await openOwn(lab(), "after", { tab: TAB });
    const links = await page.$$eval("a[data-own]", (all) => all.map(({ href }) => href));
    for (const letter of ["access", "reminder"])
      assert.ok(links.includes(lab().extensionUrl(`letter.html?letter=${letter}&tab=${TAB}`)), `${links}`);
  });
});
