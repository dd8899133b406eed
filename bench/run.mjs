// `npm run bench`: what the guide costs in the page, measured in headless Chromium on the practice site, and whether
// it keeps within budgets.json. Medians of at least seven rounds after one to warm up.
//   --rounds N   more rounds

import { parseArgs } from "node:util";
import { launch } from "../tests/e2e/harness.mjs";
import { countCalls, firstSpotlight, PAGES } from "./first-spotlight.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const rounds = Math.max(7, Number(values.rounds));
const ms = (value) => Number(value.toFixed(1));

const lab = await launch("chromium");
try {
  const table = {};
  for (const page of PAGES) {
    const { nodes, start, detect, floor, engine } = await firstSpotlight(lab, page, rounds);
    const calls = await countCalls(lab, page);
    table[page.title] = {
      nodes,
      engine,
      "first spotlight, ms": ms(start),
      "of it detection, ms": ms(detect),
      "floor pass, ms": ms(floor),
      "DOM calls": calls,
    };
  }
  console.log(`Injection to first spotlight, chromium ${lab.version}, median of ${rounds}`);
  console.table(table);
} finally {
  await lab.close();
}
