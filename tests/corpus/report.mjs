// The corpus' result in words: right and wrong by language and kind, destructive false positives, what mutations survive,
// how far verdicts lead their runner-up, how long a page takes.

const LEAST = { right: 0.95, survival: 0.97 };

/** Prints the report; gives for each bound whether it holds. */
export function report(name, pages, results, { verbose, seeds }) {
  const rows = pages.map((page, at) => ({ page, ...results[at] }));
  table("by language", rows, ({ page }) => page.language);
  table("by kind", rows, ({ page }) => page.kind);
  table("by page", rows, ({ page }) => page.pages[0]);
  confusion(rows);
  margins(rows);
  const wrong = rows.filter((row) => !row.right || row.fills.length > 0);
  for (const { page, faults, falsely, fills } of wrong) {
    const said = [...faults, ...falsely.map((control) => `FALSE ${control}`), ...fills.map((control) => `FILL ${control}`)];
    console.log(`  wrong: ${page.name}: ${said.join("; ")}`);
  }
  const mutated = rows.filter((row) => row.right).flatMap((row) => row.mutated.map((each) => ({ ...each, page: row.page })));
  const survived = mutated.filter((each) => each.right).length;
  const lost = mutated.filter((each) => !each.right);
  if (verbose) for (const { page, seed, faults } of lost) console.log(`  lost: ${page.name} seed ${seed}: ${faults.join("; ")}`);
  const everywhere = [...rows, ...rows.flatMap((row) => row.mutated.map((each) => ({ ...each, page: row.page })))];
  const falsely = everywhere.filter((each) => each.falsely.length > 0);
  for (const { page, seed, falsely: controls } of falsely) console.log(`  FALSE: ${page.name} ${seed ?? ""} ${controls}`);
  const fills = everywhere.filter((each) => each.fills.length > 0);
  for (const { page, seed, fills: controls } of fills) console.log(`  FILL: ${page.name} ${seed ?? ""} ${controls}`);
  const times = rows.map((row) => row.ms).sort((one, other) => one - other);
  const right = rows.length - wrong.length;
  const survival = mutated.length === 0 ? 1 : survived / mutated.length;
  console.log(`  ${name}: ${right} of ${rows.length} pages right (${percent(right / rows.length)})`);
  console.log(`  destructive false positives: ${falsely.length}, wrong fills: ${fills.length}, of ${everywhere.length} readings`);
  if (mutated.length > 0)
    console.log(`  mutation survival, seeds ${seeds.join(", ")}: ${survived} of ${mutated.length} (${percent(survival)})`);
  console.log(`  time a page: median ${times[times.length >> 1]?.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(1)} ms`);
  return [right / rows.length >= LEAST.right, survival >= LEAST.survival, falsely.length === 0, fills.length === 0];
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

function table(title, rows, key) {
  const groups = Map.groupBy ? Map.groupBy(rows, key) : groupBy(rows, key);
  const cells = [...groups].sort(([one], [other]) => one.localeCompare(other)).map(([name, group]) => {
    const right = group.filter((row) => row.right).length;
    return `${name} ${right}/${group.length}`;
  });
  console.log(`  ${title}: ${cells.join(" · ")}`);
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

function confusion(rows) {
  const wrong = rows.filter(({ page, sighting }) => !page.pages.includes(sighting.page));
  const pairs = groupBy(wrong, ({ page, sighting }) => `${page.pages[0]} taken for ${sighting.page}`);
  for (const [pair, group] of pairs) console.log(`  confusion: ${pair}: ${group.length}`);
}

function margins(rows) {
  const known = rows.filter(({ sighting }) => sighting.page !== "other").map(({ sighting }) => sighting.margin);
  const bins = [0, 10, 20, 40, 60, 80, Infinity];
  const counts = bins.slice(0, -1).map((from, at) => known.filter((margin) => margin >= from && margin < bins[at + 1]).length);
  console.log(`  margin over the runner-up: ${counts.map((count, at) => `${bins[at]}+: ${count}`).join(" · ")}`);
}
