// `npm run tracking`: how closely our ring follows its control, for each kind of movement, beside the popovers of driver.js and
// shepherd.js in the same run: how far off at the end, in px, and for how many painted frames in a row it stood off by more than
// one. Of a popover the distance to its control is what must stay. Ends with 1 where ours is more than 1 px off or 1 frame late.
//   --browser NAME   the browser for ours; the peers are measured in Chromium only

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { BROWSERS, launch, until } from "../tests/e2e/harness.mjs";
import {
  follow,
  framed,
  framesLate,
  guidedOn,
  pages,
  prepare,
  PROFILE,
  serve,
  watch,
} from "../tests/e2e/harness/hostile.mjs";
import { MOVEMENTS } from "../tests/e2e/harness/movements.mjs";
import { bringPeer, makeCarrier } from "./carrier.mjs";

const PEERS = { "driver.js": ".driver-popover", "shepherd.js": ".shepherd-element" };
const OURS = "Farewell";
const FRAMES = 45;
/** What a page needs to come to rest. */
const REST = 500;

async function ours(lab, html, act, selector) {
  const tab = await guidedOn(lab, html, { control: "deactivate" });
  await pause(REST);
  const { off, late } = await follow(lab, tab, act, { selector, frames: FRAMES });
  await tab.close();
  return { off, late };
}

/** How much the distance from a popover to its control, above or below it, has changed since the first frame. */
function drifts(rows) {
  const distances = rows.map(({ mark, box }) =>
    mark && box
      ? [(mark[0] + mark[2] - box[0] - box[2]) / 2, mark[1] - box[3], mark[3] - box[1]]
      : [NaN, NaN, NaN],
  );
  const [first] = distances;
  return distances.map(([across, below, above]) =>
    Math.max(Math.abs(across - first[0]), Math.min(Math.abs(below - first[1]), Math.abs(above - first[2]))),
  );
}

async function peers(lab, call, name, html, act, selector) {
  // A peer finds its target by a selector of the page's own document.
  if (selector.includes(">>>")) return undefined;
  serve(PROFILE, html);
  const tab = await lab.open(PROFILE);
  await bringPeer(call, await lab.tabIdOf(tab), name);
  const there = (mark) => Boolean(document.querySelector(mark)?.getBoundingClientRect().width);
  await until(() => lab.look(tab, there, PEERS[name]), { what: `${name} shows` });
  await pause(REST);
  await prepare(tab, act);
  const rows = await lab.look(tab, `(...args) => (${watch})(null, ...args)`, selector, FRAMES, PEERS[name]);
  const offs = drifts(rows);
  await tab.close();
  return { off: offs.at(-1), late: framesLate(offs) };
}

const told = (one) => (one ? `${one.off?.toFixed(1) ?? "none"} px, ${one.late} late` : "\u2013");

async function carrierIn(lab, folder) {
  await makeCarrier(folder);
  const id = await lab.browser.installExtension(folder);
  const control = await lab.browser.newPage();
  await control.goto(`chrome-extension://${id}/manifest.json`);
  return (fn, ...args) => control.evaluate(`(${fn})(chrome, ...${JSON.stringify(args)})`);
}

async function track(name) {
  const lab = await launch(name, { pages });
  const folder = await mkdtemp(join(tmpdir(), "farewell-tracking-"));
  const rows = {};
  let isKept = true;
  try {
    const call = name === "chromium" && (await carrierIn(lab, join(folder, "carrier")));
    for (const [what, page, act, selector] of MOVEMENTS) {
      if (selector === null) continue;
      const html = page.replace("FRAME", framed());
      const own = await ours(lab, html, act, selector ?? "#deact");
      isKept &&= own.off !== null && own.off <= 1 && own.late <= 1;
      rows[what] = { [OURS]: told(own) };
      if (!call) continue;
      for (const peer of Object.keys(PEERS))
        rows[what][peer] = told(await peers(lab, call, peer, html, act, selector ?? "#deact"));
    }
  } finally {
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`\nTracking in ${name}: px off at the end, frames late in a row`);
  console.table(rows);
  return isKept;
}

const { values } = parseArgs({ options: { browser: { type: "string" } } });
let isKept = true;
for (const name of values.browser ? [values.browser] : BROWSERS) isKept = (await track(name)) && isKept;
process.exitCode = isKept ? 0 : 1;
