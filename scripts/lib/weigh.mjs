// The weights: what enters the guided page, raw and after gzip, and whether it keeps within bench/budgets.json.
// gzip is fflate's at its best level: the same number on every machine, which Node's own zlib does not give (its fast
// variant is a tenth heavier), and within 2 % of what `gzip -9` says.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "fflate";
import { at, dist, read } from "./places.mjs";
import { Fail, say } from "./shell.mjs";

export const gzip = (bytes) => gzipSync(bytes, { level: 9, mtime: 0 }).length;

const line = (name, raw, zipped) =>
  say(
    `  ${name.padEnd(46)}${raw.toLocaleString("en").padStart(10)} ${zipped.toLocaleString("en").padStart(10)}`,
  );

export function table(rows) {
  say(`  ${"bytes".padEnd(46)}${"raw".padStart(10)} ${"gzip".padStart(10)}`);
  for (const [name, bytes] of rows) line(name, bytes.length, gzip(bytes));
}

/**
 * Prints the injected bytes of each form and its parts. What weighs more than its budget is said; a weight that is known to
 * be over it (`debts`) must not grow, any other fails the build.
 */
export function weighInjected({ glue, wasm }) {
  const forms = [
    ["wasm", join(dist, "chrome", "engine.wasm.js"), "injectedGzip"],
    ["js", join(dist, "chrome", "engine.js.js"), "injectedJsGzip"],
  ];
  table([
    ["injected, wasm form (Firefox, and Chromium if known)", readFileSync(forms[0][1])],
    ["  of it the module, before it is a string", readFileSync(wasm)],
    ["  of it the glue, before it is minified", readFileSync(glue)],
    ["injected, js form (Chromium where not known)", readFileSync(forms[1][1])],
  ]);
  if (!existsSync(at("bench", "budgets.json"))) return;
  const { debts = {}, ...budgets } = JSON.parse(read("bench", "budgets.json"));
  for (const [name, path, key] of forms) {
    const [budget, debt] = [budgets[key], debts[key]];
    const weight = gzip(readFileSync(path));
    if (!budget || weight <= budget) continue;
    const said = `The ${name} form weighs ${weight} bytes after gzip; the budget is ${budget}`;
    if (!debt || weight > debt)
      throw new Fail(`${said}${debt ? `, and it weighed ${debt} before` : ""}.`, "npm run size");
    say(`  NOT MET: ${said} (docs/performance.md).`);
  }
}
