// What a candidate costs in the page: the way to its first spotlight, then unrelated mutations, stillness, scrolling,
// and memory. One fresh page for each; times by the renderer's own thread ticks, so a busy machine changes little.

import { setTimeout as pause } from "node:timers/promises";
import { until } from "../tests/e2e/harness.mjs";
import { CANDIDATES, filesOf } from "./carrier.mjs";

const ROWS = 1000;
const FRAMES = 90;
const STILL = 10_000;

/** Milliseconds of script so far, and memory after a collection. */
async function readings(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name) => metrics.find((one) => one.name === name).value;
  return { script: of("ScriptDuration") * 1000, heap: of("JSHeapUsedSize") / 1024 };
}

async function scriptDuring(cdp, work) {
  const before = await readings(cdp);
  await work();
  return (await readings(cdp)).script - before.script;
}

/** Runs in the page: rows that have nothing to do with the guide, appended in ten frames. */
async function mutate(count) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const place = document.querySelector(".filler tbody");
  for (let n = 0; n < 10; n++) {
    for (let m = 0; m < count / 10; m++) {
      const row = document.createElement("tr");
      row.innerHTML =
        "<td><a href='#'>AE</a></td><td>A thing</td><td><button type='button'>Copy</button></td>";
      place.append(row);
    }
    await frame();
  }
  for (let n = 0; n < 30; n++) await frame();
}

/** Runs in the page: scrolls a little in each frame, to and fro. */
async function scroll(frames) {
  for (let n = 0; n < frames; n++) {
    scrollBy(0, n % 60 < 30 ? 3 : -3);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Everything after the first spotlight: what staying costs. */
export async function stayingCosts(lab, page, { still = true } = {}) {
  const cdp = await lab.session(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await pause(500);
  await cdp.send("HeapProfiler.collectGarbage");
  const { heap } = await readings(cdp);
  const mutations = await scriptDuring(cdp, () => lab.look(page, mutate, ROWS));
  const follow = (await scriptDuring(cdp, () => lab.look(page, scroll, FRAMES))) / FRAMES;
  const stillness = still ? await scriptDuring(cdp, () => pause(STILL)) : undefined;
  return { heap, mutations, follow, stillness };
}

/** Brings a candidate into a page and waits until it has shown what it shows; milliseconds, or undefined. */
export async function bring(carrier, page, tab, name) {
  const { files, css } = { files: filesOf(CANDIDATES[name]), css: CANDIDATES[name].css ?? [] };
  const run = (source, ...args) => carrier.evaluate(`(${source})(...${JSON.stringify(args)})`);
  await run(
    async (tabId, scripts, sheets) => {
      const target = { tabId };
      if (sheets.length) await chrome.scripting.insertCSS({ target, files: sheets });
      await chrome.scripting.executeScript({ target, files: scripts });
    },
    tab,
    files,
    css,
  );
  const bench = () =>
    run(
      (tabId) =>
        chrome.scripting
          .executeScript({ target: { tabId }, func: () => globalThis.__bench })
          .then(([{ result }]) => result),
      tab,
    );
  if (name === "autoconsent") return undefined;
  const { began, first } = await until(
    async () => {
      const seen = await bench();
      return seen?.first && seen;
    },
    { what: `${name} shows something` },
  );
  return first - began;
}
