// Farewell beside its peers, in the same browser, on the same page, in the same run: bytes, time to the first
// spotlight, and what it costs to stay.

import { calloutThat, start, stop } from "../tests/e2e/harness.mjs";
import { CANDIDATES, makeCarrier } from "./carrier.mjs";
import { bring, stayingCosts } from "./costs.mjs";
import { address, PAGES } from "./first-spotlight.mjs";
import { median } from "./median.mjs";

const [PAGE] = PAGES;
const NOTHING = "no-op content script";
/** Staying is steady from round to round, and ten still seconds are long: these need not be measured as often. */
const STAYING_ROUNDS = 3;

const FAREWELL = {
  async bring(lab, page) {
    await start(lab, page, "deactivate", { reason: "privacy" });
    await calloutThat(lab, page, { control: "account-settings" });
    return (await lab.status(page)).ms.start;
  },
  leave: stop,
};

async function measure(lab, candidate, rounds) {
  const firsts = [];
  const staying = [];
  for (let n = 0; n <= rounds; n++) {
    const page = await lab.open();
    await page.goto(address(PAGE), { waitUntil: "load" });
    const first = await candidate.bring(lab, page);
    if (n > 0) firsts.push(first);
    if (n > 0 && n <= STAYING_ROUNDS) staying.push(await stayingCosts(lab, page, { still: n === 1 }));
    await candidate.leave?.(lab, page);
    await page.close();
  }
  const middle = (key) => median(staying.map((one) => one[key]));
  return {
    first: firsts[0] === undefined ? undefined : median(firsts),
    heap: middle("heap"),
    mutations: middle("mutations"),
    follow: middle("follow"),
    stillness: staying[0].stillness,
  };
}

/** The table of all candidates, and Farewell's own figures for the budget. */
export async function compare(lab, rounds, { injectedGzip }) {
  const carrier = await makeCarrier();
  const measured = {};
  try {
    const id = await lab.browser.installExtension(carrier.folder);
    const control = await lab.browser.newPage();
    await control.goto(`chrome-extension://${id}/manifest.json`);
    for (const name of Object.keys(CANDIDATES)) {
      const peer = { bring: async (_, page) => bring(control, page, await lab.tabIdOf(page), name) };
      measured[name] = { bytes: carrier.weights[name], ...(await measure(lab, peer, rounds)) };
    }
  } finally {
    await carrier.remove();
  }
  measured.Farewell = { bytes: injectedGzip, ...(await measure(lab, FAREWELL, rounds)) };

  const nothing = measured[NOTHING];
  const round = (value, digits = 1) => (value === undefined ? "–" : Number(value.toFixed(digits)));
  const over = (one, key) => Math.max(0, one[key] - nothing[key]);
  const table = {};
  for (const [name, one] of Object.entries(measured)) {
    table[name] = {
      "gzip, bytes": one.bytes,
      "first spotlight, ms": round(one.first),
      "script / 1,000 mutations, ms": round(over(one, "mutations"), 2),
      "script in 10 s of stillness, ms": round(over(one, "stillness"), 2),
      "heap over no-op, KiB": round(over(one, "heap"), 0),
      "follow / frame, ms": round(over(one, "follow"), 3),
    };
  }
  const own = measured.Farewell;
  return {
    table,
    figures: {
      peerFirst: measured["driver.js"].first,
      mutations: over(own, "mutations"),
      stillness: over(own, "stillness"),
      heap: over(own, "heap"),
      follow: over(own, "follow"),
    },
  };
}
