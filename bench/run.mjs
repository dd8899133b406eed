// `npm run bench`: what the guide costs in the page, side by side with its peers, measured in one headless Chromium on one
// practice page. Medians of at least seven rounds. It ends with 1 where a figure is over its budget (budgets.json).
//   --rounds N   more rounds
//   --quick      without the peers, and so without their budgets

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzip } from "../scripts/lib/weigh.mjs";
import { builtFor, launch } from "../tests/e2e/harness.mjs";
import { judge } from "./budget.mjs";
import { countCalls, firstSpotlight, PAGES } from "./first-spotlight.mjs";
import { compare } from "./peers.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    quick: { type: "boolean", default: false },
  },
});
const rounds = Math.max(7, Number(values.rounds));
const ms = (value) => Number(value.toFixed(1));

/** The peers are for measuring only and so no dependency of the project: they have a lock file of their own. */
function fetchPeers() {
  const folder = fileURLToPath(new URL("peers", import.meta.url));
  if (existsSync(join(folder, "node_modules"))) return;
  execFileSync("npm", ["ci", "--prefix", folder, "--ignore-scripts"], { stdio: "inherit" });
}

async function firstSpotlights(lab) {
  const table = {};
  for (const which of PAGES) {
    const measured = await firstSpotlight(lab, which, rounds);
    const [first, again] = measured.engines;
    table[which.title] = {
      nodes: measured.nodes,
      [`${first}: first spotlight, ms`]: ms(measured.start),
      [`${first}: last detection, ms`]: ms(measured.detect),
      [`${again}: with loading, ms`]: ms(measured.startAgain),
      [`${again}: last detection, ms`]: ms(measured.detectAgain),
      "floor pass, ms": ms(measured.floor),
      "DOM calls": await countCalls(lab, which),
    };
  }
  console.log(`Injection to first spotlight, chromium ${lab.version}, median of ${rounds}`);
  console.table(table);
}

async function besidePeers(lab) {
  const weigh = async (form) => gzip(await readFile(join(builtFor("chromium"), `engine.${form}.js`)));
  const bytes = { js: await weigh("js"), wasm: await weigh("wasm") };
  console.log(`Side by side, chromium ${lab.version}, 600 rows, median of ${rounds}`);
  const { table, figures } = await compare(lab, rounds, bytes);
  console.table(table);
  return judge(figures);
}

if (!values.quick) fetchPeers();
const lab = await launch("chromium");
try {
  if (!values.quick && !(await besidePeers(lab))) process.exitCode = 1;
  await firstSpotlights(lab);
} finally {
  await lab.close();
}
