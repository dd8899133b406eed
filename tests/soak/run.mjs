// `npm run soak`: endurance of the built extension in each browser (soak.mjs). Prints the slopes and what is left; ends with 1 where
// memory grows, something is left, or a guide does not survive its background.
//   --loads N        guided page loads (300)
//   --browser NAME   only this browser

import { parseArgs } from "node:util";
import { BROWSERS, browserTitle, launch } from "../e2e/harness.mjs";
import { titleOf, WALKS } from "../e2e/walks.mjs";
import { LIMITS } from "./limits.mjs";
import { guidedLoads, killedAtEachStep, leftovers } from "./soak.mjs";

const { values } = parseArgs({
  options: { loads: { type: "string", default: "300" }, browser: { type: "string" } },
});

/** One way each, in English, to its end. */
const ENDED = WALKS.filter(({ lang = "en", ends }) => lang === "en" && !ends);
const EACH_WAY = [...new Set(ENDED.map(({ flow }) => flow))].map((flow) =>
  ENDED.find((each) => each.flow === flow),
);

const number = (value) => Math.round(value).toLocaleString("en");
const faults = [];

async function check(what, work) {
  try {
    await work();
  } catch (error) {
    faults.push(`${what}: ${error.message}`);
  }
}

async function soak(name) {
  console.log(`\n${browserTitle(name)}`);
  const lab = await launch(name);
  try {
    await check(`${name}, guided loads`, async () => {
      const onLook = (load, { bytes }) => console.log(`  ${load} pages: ${number(bytes / 1024)} KiB`);
      const { slopes } = await guidedLoads(lab, { loads: Number(values.loads), onLook });
      for (const [what, slope] of Object.entries(slopes)) {
        console.log(`  slope of ${what}: ${slope.toFixed(2)} a page`);
        if (slope > LIMITS[name][what]) faults.push(`${name}: ${what} grow by ${slope.toFixed(2)} a page`);
      }
    });
    await check(`${name}, leftovers`, async () => {
      for (const [what, found] of Object.entries(await leftovers(lab, { times: 20 }))) {
        console.log(`  left after 20 guides, ${what}: ${found.length}`);
        if (found.length) faults.push(`${name}: ${what} are left: ${found.join(", ")}`);
      }
    });
    for (const each of EACH_WAY) {
      await check(`${name}, ${titleOf(each)}`, async () => {
        const kills = await killedAtEachStep(lab, each);
        console.log(`  ${titleOf(each)}: the background was killed ${kills} times, and the guide went on`);
      });
      await lab.tidy();
    }
  } finally {
    await lab.close();
  }
}

for (const name of values.browser ? [values.browser] : BROWSERS) await soak(name);
for (const fault of faults) console.log(`✖ ${fault}`);
console.log(
  faults.length ? `\n${faults.length} faults` : "\nNothing grows, nothing is left, every guide went on.",
);
process.exitCode = faults.length ? 1 : 0;
