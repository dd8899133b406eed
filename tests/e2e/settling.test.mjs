// What is still to be settled besides the orders: open disputes, refunds on their way, balance, bonus and coupons are read as the
// person visits their pages, in several languages; nothing is called fine that was not seen, or that is nobody's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoRequests, assertUntouched, calloutThat, eachBrowser, start, until } from "./harness.mjs";
import { at } from "./harness/practice.mjs";

const WALLET = "https://www.aliexpress.com/p/wallet-ui/index.html";
const LANGUAGES = ["en", "ar", "ru", "es", "ja"];

/** A wallet with nothing in it, by what else it offers. */
const wallet = (more = "") => `<!doctype html><html lang="en"><title>Wallet</title><main><h1>Wallet</h1>
  <section><h2>Balance</h2><b>US $0.00</b></section>${more}</main></html>`;
const WALLETS = {
  "signed-out": wallet('<button type="button">Sign in</button>'),
  "signed-in": wallet(),
  late: wallet().replace("US $0.00", ""),
};
const COINS = "https://www.aliexpress.com/p/coin-pc-index/index.html";

/** The page of coins, with so many. */
const coins = (count) => `<!doctype html><html lang="en"><title>Coins</title><main><h1>Coins</h1>
  <p><span>My coins</span> <b>${count}</b></p><button type="button">Collect</button></main></html>`;
const COUNTED = { some: coins("1,234"), none: coins("0") };
const pages = ({ path }) =>
  COUNTED[/[?&]coins=(\w+)/.exec(path ?? "")?.[1]] ?? WALLETS[/[?&]wallet=([\w-]+)/.exec(path ?? "")?.[1]];

eachBrowser(
  "what is still to be settled",
  (lab) => {
    async function opened(address, flow = "prepare") {
      const page = await lab().open(address);
      await start(lab(), page, flow);
      return page;
    }

    const rowOf = async (page, id) => (await lab().status(page))?.before.find((row) => row.id === id);

    const row = (page, id, state) =>
      until(
        async () => {
          const now = await rowOf(page, id);
          return now?.state === state && now;
        },
        { what: `${id} is ${state}`, seen: () => lab().status(page) },
      );

    /** The guide has read the page, whatever came of it. */
    const isRead = (page, id) =>
      until(async () => (await lab().status(page))?.page?.id === id, { what: `${id} is read` });

    /** What the checklist of the page's tab says in a row. */
    async function inChecklist(page, id) {
      const tab = await lab().tabIdOf(page);
      const list = await lab().open();
      await lab().visit(list, lab().extensionUrl(`before.html?tab=${tab}`));
      const said = await until(
        () =>
          list.evaluate((id) => {
            const row = document.querySelector(`[data-before="${id}"]`);
            const seen = row?.querySelector("[data-part=seen]:not([hidden])")?.textContent;
            const earliest = document.querySelector("[data-earliest]").textContent;
            return seen && { state: row.dataset.state, seen, earliest };
          }, id),
        { what: `the checklist says something of ${id}` },
      );
      await list.close();
      return said;
    }

    /** The last of so many working days after a day. */
    function afterWorkingDays(day, count) {
      const date = new Date(`${day}T12:00Z`);
      for (let left = count; left > 0; left -= [0, 6].includes(date.getUTCDay()) ? 0 : 1)
        date.setUTCDate(date.getUTCDate() + 1);
      return date.toISOString().slice(0, 10);
    }

    for (const lang of LANGUAGES) {
      test(`an open dispute, a balance and a bonus with its end are open (${lang})`, async () => {
        const page = await opened(at("disputes", { lang }));
        const disputes = await row(page, "disputes", "open");
        assert.deepEqual([disputes.open, disputes.seen, disputes.until], [1, 3, null]);
        await lab().go(page, at("wallet", { lang }));
        const balance = await row(page, "balance", "open");
        assert.equal(balance.open, 3, "balance, bonus and gift card");
        assert.equal((await rowOf(page, "disputes")).state, "open", "what was read before is known");
        await assertUntouched(page);
        const { state, seen } = await inChecklist(page, "balance");
        assert.equal(state, "open");
        assert.match(seen, /Balance: US \$12\.40\. Bonus: US \$3\.00\. Ends on January 31, 2027\./);
        assert.match(seen, /Saved cards: 2\./);
        assertNoRequests(lab());
      });

      test(`no case, no money and no coupon is fine (${lang})`, async () => {
        const page = await opened(at("disputes", { lang, cases: "none" }));
        await row(page, "disputes", "clear");
        await lab().go(page, at("wallet", { lang, money: "none" }));
        await row(page, "balance", "clear");
        await lab().go(page, at("coupons", { lang, money: "none" }));
        await isRead(page, "coupons");
        await row(page, "balance", "clear");
        await lab().go(page, at("coupons", { lang }));
        assert.equal((await row(page, "balance", "open")).open, 1, "the coupons");
      });
    }

    test("a refund of three days ago is not yet sure, and its last day is the earliest to leave", async () => {
      const page = await opened(at("disputes", { cases: "refund" }), "delete");
      const { open, until: last } = await row(page, "disputes", "open");
      const refunded = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
      assert.deepEqual([open, last], [1, afterWorkingDays(refunded, 20)]);
      const { seen, earliest } = await inChecklist(page, "disputes");
      assert.match(seen, /A refund may still be on its way until/);
      assert.equal(earliest, last);
    });

    test("cases that were finished long ago are fine, and settle what was open", async () => {
      const page = await opened(at("disputes"));
      await row(page, "disputes", "open");
      await lab().go(page, at("disputes", { cases: "closed" }));
      await row(page, "disputes", "clear");
    });

    test("the zero of somebody who is signed out is not called fine", async () => {
      const page = await opened(`${WALLET}?wallet=signed-out`);
      await isRead(page, "wallet");
      assert.equal((await rowOf(page, "balance")).state, "unknown");
      await lab().go(page, `${WALLET}?wallet=signed-in`);
      await row(page, "balance", "clear");
    });

    test("a page that asks to sign in tells nothing", async () => {
      const page = await opened(at("wallet", { as: "signed-out" }));
      await isRead(page, "signed-out");
      assert.equal((await rowOf(page, "balance")).state, "unknown");
    });

    test("coins keep the balance open, and their page is one of the way", async () => {
      const page = await opened(`${WALLET}?wallet=signed-in`);
      await row(page, "balance", "clear");
      await lab().go(page, `${COINS}?coins=some`);
      await row(page, "balance", "open");
      const { callout } = await calloutThat(lab(), page, { state: "act", step: "coupons" });
      assert.ok(callout.links.length > 0, "it leads on");
      await lab().go(page, `${COINS}?coins=none`);
      await row(page, "balance", "clear");
    });

    test("an amount that comes late is read when it is there", async () => {
      const page = await opened(`${WALLET}?wallet=late`);
      await isRead(page, "wallet");
      assert.equal((await rowOf(page, "balance")).state, "unknown");
      await page.$eval("main b", (amount) => amount.append("US $7.50"));
      await row(page, "balance", "open");
    });
  },
  { pages },
);
