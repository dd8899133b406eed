// `npm run bench`: what the guide costs in the page, side by side with its peers, measured in one headless Chromium
// on one practice page, and whether it keeps within budgets.json. Medians of at least seven rounds.
//   --rounds N   more rounds
//   --quick      without the peers
//   --check      ends with 1 if a budget is not kept

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readFile } from "node:fs/promises";
import { gzipSync } from "fflate";
import { join } from "node:path";
import { builtFor, launch } from "../tests/e2e/harness.mjs";
import { judge } from "./budget.mjs";
import { countCalls, firstSpotlight, PAGES } from "./first-spotlight.mjs";
import { compare } from "./peers.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    quick: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
const rounds = Math.max(7, Number(values.rounds));
const ms = (value) => Number(value.toFixed(1));
const figures = {};

const lab = await launch("chromium");
try {
  const table = {};
  for (const which of PAGES) {
    const { nodes, engines, start, detect, startAgain, detectAgain, floor } = await firstSpotlight(
      lab,
      which,
      rounds,
    );
    const calls = await countCalls(lab, which);
    const [first, again] = engines;
    table[which.title] = {
      nodes,
      [`${first}: first spotlight, ms`]: ms(start),
      [`${first}: last detection, ms`]: ms(detect),
      [`${again}: with loading, ms`]: ms(startAgain),
      [`${again}: last detection, ms`]: ms(detectAgain),
      "floor pass, ms": ms(floor),
      "DOM calls": calls,
    };
    if (which === PAGES[0]) Object.assign(figures, { firstSpotlight: start, floor });
  }
  console.log(`Injection to first spotlight, chromium ${lab.version}, median of ${rounds}`);
  console.table(table);

  const injected = await readFile(join(builtFor("chromium"), "engine.wasm.js"));
  figures.injectedGzip = gzipSync(injected, { level: 9, mtime: 0 }).length;

  if (!values.quick) {
    if (!existsSync(new URL("peers/node_modules", import.meta.url))) {
      console.log("The peers are not here yet. They are for measuring only: npm ci --prefix bench/peers");
      process.exitCode = 1;
    } else {
      console.log(`Side by side, chromium ${lab.version}, 600 rows, median of ${rounds}`);
      const { table: peers, figures: more } = await compare(lab, rounds, figures);
      console.table(peers);
      Object.assign(figures, more);
    }
  }
} finally {
  await lab.close();
}
if (!judge(figures) && values.check) process.exitCode = 1;
