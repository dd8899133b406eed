// What it costs that a candidate stays in a page: memory, unrelated mutations, scrolling, stillness. Script is counted by the
// renderer's own thread ticks, so a busy machine changes little.

import { setTimeout as pause } from "node:timers/promises";

const ROWS = 1000;
const FRAMES = 60;
/** So much of either goes before and is not counted: the collection of garbage has thrown compiled code away as well. */
const WARM_ROWS = 200;
const WARM_FRAMES = 10;
const STILL = 10_000;
/** Longer than the rest between two readings of a page: what the mutations cause is over. */
const SETTLED = 700;

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

/** Milliseconds of script that `work` takes in the page, by the thread's own ticks. */
export async function scriptOf(page, work) {
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return scriptDuring(cdp, work);
}

/**
 * Runs in the page: makes rows that say nothing that the guide knows a word of ("Copy" would be one, of data); to make them is
 * not what is measured.
 */
function prepareRows(count) {
  const place = document.createElement("tbody");
  place.innerHTML =
    "<tr><td><a href='#'>AE</a></td><td>A thing</td><td><button type='button'>Compare</button></td></tr>".repeat(
      count,
    );
  globalThis.__rows = [...place.children];
}

/** Runs in the page: puts them in, one by one, over ten frames. */
async function mutate() {
  const place = document.querySelector(".filler tbody");
  const rows = globalThis.__rows;
  for (let n = 0; n < rows.length; n++) {
    place.append(rows[n]);
    if (n % (rows.length / 10) === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Runs in the page: scrolls a little in each frame, to and fro. */
async function scroll(frames) {
  for (let n = 0; n < frames; n++) {
    scrollBy(0, n % 60 < 30 ? 3 : -3);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * Everything after the first spotlight: what staying costs. `still`: ten seconds of nothing as well. `hold` holds the candidate's
 * timer, if it has one, or lets it go on.
 */
export async function stayingCosts(lab, page, { still, hold }) {
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await pause(SETTLED);
  await cdp.send("HeapProfiler.collectGarbage");
  const { heap } = await readings(cdp);
  await lab.look(page, scroll, WARM_FRAMES);
  await lab.look(page, prepareRows, WARM_ROWS);
  await lab.look(page, mutate);
  await pause(SETTLED);
  const follow = (await scriptDuring(cdp, () => lab.look(page, scroll, FRAMES))) / FRAMES;
  await lab.look(page, prepareRows, ROWS);
  // What the scrolling has set going is no cost of the mutations.
  await pause(SETTLED);
  const mutations = await scriptDuring(cdp, async () => {
    await lab.look(page, mutate);
    await pause(SETTLED);
  });
  return { heap, mutations, follow, ...(still && (await stillnessOf(cdp, hold))) };
}

/** Ten seconds in which nothing happens: what the candidate does in them, and its timer alone. */
async function stillnessOf(cdp, hold) {
  const rest = () => scriptDuring(cdp, () => pause(STILL));
  if (!hold) return { stillness: await rest() };
  const all = await rest();
  await hold(true);
  const stillness = await rest();
  await hold(false);
  return { stillness, timer: all - stillness };
}
