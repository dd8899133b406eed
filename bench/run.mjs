// `npm run bench`: what the guide costs in the page, in both forms, side by side with its peers, and with `--against COMMIT`
// with an older build as well: in one headless Chromium, on one practice page, in turns. Medians of seven rounds or more. It ends
// with 1 where a must of bench/budgets.json is not met.
//   --against COMMIT   builds that commit and measures it in the same run
//   --rounds N         so many rounds; fewer than seven say nothing certain
//   --quick            of the peers only driver.js, the floor and the no-op

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { at } from "../scripts/lib/places.mjs";
import { main, say } from "../scripts/lib/shell.mjs";
import { builtFor, launch } from "../tests/e2e/harness.mjs";
import { buildOf } from "./against.mjs";
import { judge } from "./budget.mjs";
import { makeCarrier } from "./carrier.mjs";
import { heapOver } from "./heap.mjs";
import { FLOOR, measure, NOTHING, ownForms, PAGES, peers } from "./measure.mjs";
import { median } from "./median.mjs";
import { FORMS, markedCopy } from "./own.mjs";
import { parsedBytes } from "./parsed.mjs";
import { table } from "./table.mjs";

const OURS = "Farewell";
const DRIVER = "driver.js";
const [[MAIN, MAIN_ROWS], ...OTHER_PAGES] = Object.entries(PAGES);

/** The peers are for measuring only and so no dependency of the project: they have a lock file of their own. */
function fetchPeers() {
  const folder = at("bench", "peers");
  if (existsSync(join(folder, "node_modules"))) return;
  execFileSync("npm", ["ci", "--prefix", folder, "--ignore-scripts"], { stdio: "inherit" });
}

/** Installs one more build; what it gives runs a function in a page of that extension, with its APIs as the first argument. */
async function install(lab, folder) {
  const id = await lab.browser.installExtension(folder);
  const control = await lab.browser.newPage();
  await control.goto(`chrome-extension://${id}/manifest.json`);
  return (fn, ...args) => control.evaluate(`(${fn})(chrome, ...${JSON.stringify(args)})`);
}

/** Measures the candidates in turns, one page each, `rounds` times after one that is not counted. */
async function inTurns(lab, candidates, rows, rounds, staying) {
  const measured = new Map(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const candidate of candidates) {
      // What ten seconds of stillness cost is a sum already: once is enough.
      const one = await measure(lab, candidate, rows, { staying, still: round === 1 });
      if (round > 0) measured.get(candidate.name).push(one);
    }
  }
  const middle = (all, key) => {
    const known = all.map((one) => one[key]).filter((figure) => figure !== undefined);
    return known.length > 0 ? median(known) : undefined;
  };
  const keys = ["first", "script", "nodes", "heap", "mutations", "follow", "stillness", "timer"];
  return Object.fromEntries(
    [...measured].map(([name, all]) => [
      name,
      Object.fromEntries(keys.map((key) => [key, middle(all, key)])),
    ]),
  );
}

/** Each figure of staying over that of the no-op. */
function overNothing(measured) {
  const nothing = measured[NOTHING];
  const over = (one) => [
    ["timer", one.timer ?? 0],
    ...["heap", "mutations", "follow", "stillness"].map((key) => [key, Math.max(0, one[key] - nothing[key])]),
  ];
  return Object.fromEntries(
    Object.entries(measured).map(([name, one]) => [name, Object.fromEntries(over(one))]),
  );
}

function sayPeers(measured, over) {
  table(
    ["", "first mark, ms", "script until then, ms", "script / 1,000 mutations, ms"].concat([
      "script in 10 s of stillness, ms",
      "timer in 10 s, ms",
      "heap, KiB",
      "follow / frame, ms",
    ]),
    Object.entries(measured).map(([name, { first, script }]) => {
      const { mutations, stillness, timer, heap, follow } = over[name];
      return [
        name,
        [first, 1],
        [script, 1],
        [mutations, 2],
        [stillness, 1],
        [timer, 1],
        [heap, 0],
        [follow, 2],
      ];
    }),
  );
}

async function bench({ against, rounds, quick }) {
  fetchPeers();
  const older = against && buildOf(against);
  const folder = await mkdtemp(join(tmpdir(), "farewell-bench-"));
  const copies = { [OURS]: builtFor("chromium"), ...(older && { [against]: older }) };
  await makeCarrier(join(folder, "carrier"));
  const lab = await launch("chromium", { extension: join(folder, "carrier") });
  try {
    const calls = {};
    for (const [told, from] of Object.entries(copies)) {
      const copy = join(folder, `build-${Object.keys(calls).length}`);
      await markedCopy(from, copy);
      calls[told] = await install(lab, copy);
    }
    const own = Object.entries(calls).flatMap(([told, call]) => ownForms(call, told));
    const few = [NOTHING, FLOOR, DRIVER];
    const beside = peers(lab.inExtension).filter(({ name }) => !quick || few.includes(name));
    return await measureAll(lab, { beside, own, calls, against, rounds });
  } finally {
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureAll(lab, { beside, own, calls, against, rounds }) {
  say(
    `chromium ${lab.version}, ${MAIN}, medians of ${rounds}; but for the first two columns over the no-op\n`,
  );
  const measured = await inTurns(lab, [...beside, ...own], MAIN_ROWS, rounds, true);
  const over = overNothing(measured);
  sayPeers(measured, over);

  const pages = { [MAIN]: times(measured) };
  const still = [...beside.filter(({ name }) => [FLOOR, DRIVER].includes(name)), ...own];
  for (const [page, rows] of OTHER_PAGES) pages[page] = times(await inTurns(lab, still, rows, rounds, false));
  say("\nFirst mark, ms\n");
  table(
    ["", ...Object.keys(pages)],
    still.map(({ name }) => [name, ...Object.values(pages).map((all) => [all[name], 1])]),
  );

  say("\nHeap over the no-op by kind, KiB\n");
  const nothing = (await measure(lab, beside[0], MAIN_ROWS, { parts: true })).heapParts;
  const heaps = [];
  for (const one of own) {
    const { heapParts } = await measure(lab, one, MAIN_ROWS, { parts: true });
    heaps.push([one.name, heapOver(heapParts, nothing)]);
  }
  table(
    ["", ...heaps.map(([name]) => name)],
    Object.keys(nothing).map((kind) => [kind, ...heaps.map(([, heap]) => [heap[kind], 0])]),
  );

  say("\nCharacters of script that are parsed a document\n");
  const rows = [];
  for (const [told, call] of Object.entries(calls)) {
    for (const form of FORMS) rows.push([`${told} ${form}`, [await parsedBytes(lab, call, form), 0]]);
  }
  table(["", "parsed"], rows);

  const figures = {};
  for (const form of FORMS) {
    const [name, before] = [`${OURS} ${form}`, against && `${against} ${form}`];
    figures[form] = { name, before, pages, over: over[name] };
  }
  const judged = judge(figures);
  say("\nMusts (bench/budgets.json)\n");
  table(
    ["", "is", "must", "met"],
    judged.map(({ form, what, is, must, kept }) => [
      `${form}: ${what}`,
      [is, 2],
      [must, 2],
      kept ? "yes" : "NO",
    ]),
  );
  return judged.every(({ kept }) => kept);
}

const times = (measured) =>
  Object.fromEntries(Object.entries(measured).map(([name, { first }]) => [name, first]));

await main(async () => {
  const { values } = parseArgs({
    options: {
      against: { type: "string" },
      rounds: { type: "string", default: "7" },
      quick: { type: "boolean", default: false },
    },
  });
  if (!(await bench({ ...values, rounds: Number(values.rounds) }))) process.exitCode = 1;
});
