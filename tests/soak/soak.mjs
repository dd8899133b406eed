// Endurance, as three questions to a browser: does memory stay flat over many guided pages, does a guide leave anything behind when
// it is stopped, and does it go on wherever its background is killed. `npm run soak` asks all of them at length (run.mjs), the
// end-to-end tests in short (tests/e2e/soak.test.mjs).

import assert from "node:assert/strict";
import { assertNothingLeft, calloutThat, ourListeners, start, stop } from "../e2e/harness.mjs";
import { walk } from "../e2e/harness/person.mjs";
import { at } from "../e2e/harness/practice.mjs";

/** Two pages of a way, and the control that is marked on each. */
const TURNS = [
  ["account", "account-settings"],
  ["settings", "edit-profile"],
];
/** Under this policy Chromium always runs the js form. Else which form a page gets, and so its memory, hangs on how busy it is. */
const ONE_FORM = { csp: "self" };

/** The slope of values that lie one step apart: the middle one of the slopes between each two, so that an outlier counts for little. */
export function slopeOf(values) {
  const slopes = values
    .flatMap((value, n) => values.slice(n + 1).map((later, steps) => (later - value) / (steps + 1)))
    .sort((a, b) => a - b);
  const middle = slopes.length / 2;
  return (slopes[Math.ceil(middle) - 1] + slopes[Math.floor(middle)]) / 2;
}

/**
 * Guides over `loads` documents and looks at the memory `looks` times, the first time when the browser has warmed up. Gives
 * the growth of each thing that is counted, per loaded page.
 */
export async function guidedLoads(lab, { loads, looks = 10, onLook }) {
  const page = await lab.open(at("account", ONE_FORM));
  await start(lab, page, "deactivate", { reason: "privacy" });
  const every = Math.floor(loads / (looks + 1));
  const seen = [];
  for (let load = 1; load <= loads; load++) {
    const [view, control] = TURNS[load % TURNS.length];
    await lab.go(page, at(view, ONE_FORM));
    await calloutThat(lab, page, { control });
    // Memory is always looked at on the same page.
    if (load % every !== 0 || seen.length > looks) continue;
    await lab.go(page, at("account", ONE_FORM));
    await calloutThat(lab, page, { control: "account-settings" });
    seen.push(await lab.memory(page));
    onLook?.(load, seen.at(-1));
  }
  await stop(lab, page);
  await assertNothingLeft(lab, page);
  await page.close();
  // What the first look finds is still on its way to rest.
  const [, ...settled] = seen;
  const slopes = Object.keys(settled[0]).map((key) => [key, slopeOf(settled.map((one) => one[key])) / every]);
  return { loads, slopes: Object.fromEntries(slopes), last: settled.at(-1) };
}

/** Runs in the extension's own world of a page: from now on it keeps the timers that are running there. */
function watchTimers() {
  const running = new Set();
  globalThis.__running = running;
  for (const [set, clear, once] of [
    ["setTimeout", "clearTimeout", true],
    ["setInterval", "clearInterval", false],
    ["requestAnimationFrame", "cancelAnimationFrame", true],
  ]) {
    const [begin, end] = [globalThis[set].bind(globalThis), globalThis[clear].bind(globalThis)];
    globalThis[set] = (work, ...more) => {
      const id = begin(
        (...args) => {
          if (once) running.delete(`${set} ${id}`);
          work(...args);
        },
        ...more,
      );
      running.add(`${set} ${id}`);
      return id;
    };
    globalThis[clear] = (id) => {
      running.delete(`${set} ${id}`);
      end(id);
    };
  }
}

const inEngineWorld = async (lab, page, func) =>
  lab.inExtension(
    `(api, tabId) => api.scripting.executeScript({ target: { tabId }, func: ${func} }).then(([one]) => one.result)`,
    await lab.tabIdOf(page),
  );

/** Guides and stops `times` times in one document; gives what is left there and in storage. */
export async function leftovers(lab, { times }) {
  const page = await lab.open(at("account"));
  await inEngineWorld(lab, page, watchTimers);
  let wereRunning = 0;
  for (let n = 0; n < times; n++) {
    await start(lab, page, "deactivate", { reason: "privacy" });
    await calloutThat(lab, page, { control: "account-settings" });
    wereRunning += await inEngineWorld(lab, page, () => globalThis.__running.size);
    await stop(lab, page);
    await assertNothingLeft(lab, page);
  }
  assert.notEqual(
    wereRunning,
    0,
    "no timer of a running guide was seen, so that none is left proves nothing",
  );
  const left = {
    timers: await inEngineWorld(lab, page, () => [...globalThis.__running]),
    listeners: lab.name === "chromium" ? await ourListeners(lab, page) : [],
    stored: await lab.inExtension(async ({ storage: { local, session } }) => [
      ...Object.keys(await session.get(null)),
      ...Object.keys(await local.get("guided")),
    ]),
  };
  await page.close();
  return left;
}

/** Walks a way to its end, and kills the background each time that the guide says something new. Gives how often. */
export async function killedAtEachStep(
  lab,
  { flow, gen, from, hash, switches, answers, handlers, ends = ["done"] },
) {
  const first = await lab.open(at(from, { gen, hash, ...switches }));
  await start(lab, first, flow, { reason: "privacy" });
  let kills = 0;
  const onSight = async () => {
    await lab.stopBackground();
    kills += 1;
  };
  const { trail, page } = await walk(lab, first, { answers, handlers, ends, onSight });
  assert.ok(ends.includes(trail.at(-1).state), `${flow} has come to its end`);
  for (const one of new Set([first, page])) await one.close();
  return kills;
}
