// Holds what was measured in the page against the budgets: each figure is printed, and one over its budget fails the run.
// The bytes are held by `npm run build`.

import { readFileSync } from "node:fs";

const { staying } = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

/** Below this a difference of two measurements is their noise, not script. */
const NOISE = 0.5;

/** Each figure with what it must not exceed; the first is set by a peer, in the same run. */
const rows = (figures) => [
  ["first spotlight, ms (below driver.js)", figures.firstSpotlight, figures.peerFirst],
  ["script per 1,000 mutations, ms", figures.mutations, staying.mutations],
  ["script in 10 s of stillness, ms", figures.stillness, staying.stillness + NOISE],
  ["heap over a no-op, KiB", figures.heap, staying.heap],
  ["follow per frame, ms", figures.follow, staying.follow],
];

/** Prints each figure beside its budget; true if all are kept. */
export function judge(figures) {
  const table = {};
  let kept = true;
  for (const [name, is, must] of rows(figures)) {
    const within = is <= must;
    kept &&= within;
    table[name] = { is: Number(is.toFixed(2)), must: Number(must.toFixed(2)), kept: within ? "yes" : "NO" };
  }
  console.table(table);
  return kept;
}
