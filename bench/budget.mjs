// Holds what was measured against bench/budgets.json. Times are ratios to what stood beside it in the same run, because the same
// machine takes twice as long on another day; what is so small that only the machine's noise stands beside it is absolute.
//   start       our time to the first mark, in driver.js' times, by form
//   notSlower   the same, in times of the build that is measured against: below this two runs of one build differ as much
//   heap        KiB over a no-op content script, by form
//   mutations   ms of script for 1,000 unrelated mutations    follow   ms of script a frame
//   stillness   ms of script in 10 s but for the timer's: none, but for the noise of a difference of two measurements
//   timer       ms of the timer, which asks whether the extension is there and the fields keep their values, in 10 s

import { readFileSync } from "node:fs";

const musts = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

/** Each must of one form as `[what, is, must]`. `pages` has the times to the first mark by page and candidate. */
function rowsOf(form, { name, before, pages, over }) {
  const [first] = Object.values(pages);
  const rows = [
    [`first mark, in driver.js' times`, first[name] / first["driver.js"], musts.start[form]],
    [`heap, KiB`, over.heap, musts.heap[form]],
    [`script / 1,000 mutations, ms`, over.mutations, musts.mutations],
    [`follow / frame, ms`, over.follow, musts.follow],
    [`script in 10 s of stillness, ms`, over.stillness, musts.stillness],
    [`timer in 10 s of stillness, ms`, over.timer, musts.timer],
  ];
  for (const [page, times] of before ? Object.entries(pages) : [])
    rows.push([`first mark, in ${before}'s times, ${page}`, times[name] / times[before], musts.notSlower]);
  return rows.map(([what, is, must]) => ({ form, what, is, must, kept: is <= must }));
}

/** Every must of both forms; `figures` by form. */
export const judge = (figures) => Object.entries(figures).flatMap(([form, one]) => rowsOf(form, one));
