// Farewell beside its peers, in the same browser, on the same page, in the same run: bytes, time to the first
// spotlight, and what it costs to stay.

import { calloutThat, start, stop } from "../tests/e2e/harness.mjs";
import { CANDIDATES, makeCarrier } from "./carrier.mjs";
import { bring, scriptOf, stayingCosts } from "./costs.mjs";
import { address, inWorld, PAGES } from "./first-spotlight.mjs";
import { median } from "./median.mjs";

const [PAGE] = PAGES;
const NOTHING = "no-op content script";

/** Runs in the extension's world of the page, before the engine: when it came in, and when it was ready to begin. */
function mark() {
  let engine;
  const times = (globalThis.__times = {});
  Object.defineProperty(globalThis, "__farewell", {
    configurable: true,
    get: () => engine,
    set(value) {
      engine = value;
      times.came ??= performance.now();
      const { ask } = value;
      value.ask = () => {
        times.began ??= performance.now();
        ask();
      };
    },
  });
}

const FAREWELL = {
  async prepare(lab, page) {
    await inWorld(lab, page, mark);
  },
  async bring(lab, page) {
    await start(lab, page, "deactivate", { reason: "privacy" });
    await calloutThat(lab, page, { control: "account-settings" });
    const { came, began } = await inWorld(lab, page, () => globalThis.__times);
    return began - came + (await lab.status(page)).ms.start;
  },
  leave: stop,
};

/**
 * The WebAssembly form, which runs once the page's headers are known: on a page that is loaded again under the running
 * guide. Its way to the first spotlight holds the loading, so only what staying costs is told of it.
 */
const FAREWELL_AGAIN = {
  async bring(lab, page) {
    await start(lab, page, "deactivate", { reason: "privacy" });
    await calloutThat(lab, page, { control: "account-settings" });
    await page.reload({ waitUntil: "load" });
    await calloutThat(lab, page, { control: "account-settings" });
  },
  leave: stop,
};

/** Rounds after one that is not counted. What ten seconds of stillness cost is a sum already: once is enough. */
async function measure(lab, candidate, rounds) {
  const counted = [];
  for (let n = 0; n <= rounds; n++) {
    const page = await lab.open();
    await page.goto(address(PAGE), { waitUntil: "load" });
    await candidate.prepare?.(lab, page);
    const { script, result: first } = await scriptOf(page, () => candidate.bring(lab, page));
    const staying = await stayingCosts(lab, page, { still: n === 1 });
    if (n > 0) counted.push({ first, script, ...staying });
    await candidate.leave?.(lab, page);
    await page.close();
  }
  const middle = (key) => median(counted.map((one) => one[key]));
  return {
    first: counted[0].first === undefined ? undefined : middle("first"),
    script: middle("script"),
    heap: middle("heap"),
    mutations: middle("mutations"),
    follow: middle("follow"),
    stillness: counted[0].stillness,
  };
}

/** The table of all candidates, and Farewell's own figures for the budget: of its two forms the dearer. */
export async function compare(lab, rounds, bytes) {
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
  measured["Farewell (js)"] = { bytes: bytes.js, ...(await measure(lab, FAREWELL, rounds)) };
  const again = await measure(lab, FAREWELL_AGAIN, rounds);
  measured["Farewell (wasm)"] = { ...again, bytes: bytes.wasm, script: undefined };

  const nothing = measured[NOTHING];
  const round = (value, digits = 1) => (value === undefined ? "–" : Number(value.toFixed(digits)));
  const over = (one, key) => Math.max(0, one[key] - nothing[key]);
  const table = {};
  for (const [name, one] of Object.entries(measured)) {
    table[name] = {
      "gzip, bytes": one.bytes,
      "first spotlight, ms": round(one.first),
      "script until then, ms": round(one.script),
      "script / 1,000 mutations, ms": round(over(one, "mutations"), 2),
      "script in 10 s of stillness, ms": round(over(one, "stillness"), 2),
      "heap over no-op, KiB": round(over(one, "heap"), 0),
      "follow / frame, ms": round(over(one, "follow"), 3),
    };
  }
  const own = measured["Farewell (js)"];
  const dearer = (key) => Math.max(over(own, key), over(again, key));
  return {
    table,
    figures: {
      firstSpotlight: own.first,
      peerFirst: measured["driver.js"].first,
      mutations: dearer("mutations"),
      stillness: dearer("stillness"),
      heap: dearer("heap"),
      follow: dearer("follow"),
    },
  };
}
