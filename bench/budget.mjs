// Holds the figures against the budgets (budgets.json, "must"): each is printed, and one over its budget fails the run.

import { readFileSync } from "node:fs";

const budgets = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

/** Figures of the page, by the budget's key; where a peer sets the budget, it comes from the same run. */
const rows = (figures) => [
  ["injected, gzip, bytes", figures.injectedGzip, budgets.injectedGzip],
  ["first spotlight, ms (below driver.js)", figures.firstSpotlight, figures.peerFirst],
  ["script per 1,000 mutations, ms", figures.mutations, budgets.mutations ?? 2],
  ["script in 10 s of stillness, ms", figures.stillness, budgets.stillness ?? 0.5],
  ["heap over a no-op, KiB", figures.heap, budgets.heap ?? 300],
  ["follow per frame, ms", figures.follow, budgets.follow ?? 0.3],
];

/** Prints each figure beside its budget; true if all are kept. */
export function judge(figures) {
  const table = {};
  let kept = true;
  for (const [name, is, must] of rows(figures)) {
    if (is === undefined || must === undefined) continue;
    const within = is <= must;
    kept &&= within;
    table[name] = { is: Number(is.toFixed(2)), must: Number(must.toFixed(2)), kept: within ? "yes" : "NO" };
  }
  console.table(table);
  return kept;
}
