// Someone who prepares to leave: order lists at addresses of their own, what the guide counts of them, and the checklist.

import { orderList } from "./order-lists.mjs";
import { pressInOverlay } from "./overlay.mjs";
import { freshTab } from "./person.mjs";
import { start } from "./popup.mjs";
import { until } from "./until.mjs";

const LIST = "https://www.aliexpress.com/p/order/index.html";

/** Lists for one suite: `pages` is the suite's option, `open` makes one, opens it and starts to prepare there. */
export function orderLists() {
  const lists = new Map();
  return {
    pages: ({ path }) => lists.get(/[?&]list=([\w-]+)/.exec(path ?? "")?.[1])?.html,

    async open(lab, name, options) {
      const list = orderList(options);
      lists.set(name, list);
      const page = await lab.open(`${LIST}?list=${name}`);
      await start(lab, page, "prepare");
      return { page, list };
    },
  };
}

/** A row of the status: what is known of one of the things to settle first. */
export const rowOf = async (lab, page, id = "orders") =>
  (await lab.status(page))?.before.find((row) => row.id === id);

/** Waits until so many orders are counted. */
export const counted = (lab, page, count, options = {}) =>
  until(async () => (await rowOf(lab, page))?.seen === count, {
    what: `${count} orders are counted`,
    seen: () => lab.status(page),
    ...options,
  });

const cardsOn = (page) => page.evaluate(() => document.querySelector(".list").children.length);

/** Presses what shows more until it is gone, without looking at the guide. */
export async function toTheEnd(page) {
  while (await page.$(".order-more button")) {
    const before = await cardsOn(page);
    await page.$eval(".order-more button", (button) => button.click());
    await until(async () => (await cardsOn(page)) > before, { what: `more than ${before} orders` });
  }
}

/** Chooses the last of the periods that the list offers: the longest. */
export const chooseLongest = async (page) =>
  page.select("#period", await page.$eval("#period option:last-child", (one) => one.value));

/** The checklist, opened from the callout; it counts so many orders. */
export async function openChecklist(lab, page, count) {
  const before = await lab.browser.pages();
  await pressInOverlay(lab, page, "open-before");
  const list = await freshTab(lab, before);
  await until(
    () =>
      list.evaluate(
        (count) => document.querySelector("[data-orders-read]")?.textContent === count,
        String(count),
      ),
    {
      what: `the checklist counts ${count} orders`,
      seen: () => list.evaluate(() => document.body.innerText),
    },
  );
  return list;
}
