// How long each phase took and what was done in it, as a table at the end. Continuous integration runs several commands one
// after the other: with FAREWELL_TIMES set to a file they add their rows to it, and the last one's table shows them all.
// Node builtins only, because setup is timed before anything is installed.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { say } from "./shell.mjs";

const file = process.env.FAREWELL_TIMES;
const own = [];

/** Runs one phase and keeps its seconds; what `work` gives, a text, stands beside them in the table. */
export async function timed(name, work) {
  const began = Date.now();
  let done = "failed";
  try {
    done = (await work()) ?? "";
  } finally {
    const row = { name, seconds: (Date.now() - began) / 1000, done };
    own.push(row);
    if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
    say(`\n▸ ${name} took ${row.seconds.toFixed(1)} s`);
  }
}

/** Prints all rows. Rows that begin with blanks are parts of the row below them and do not count in the sum. */
export function printTimes() {
  const rows =
    file && existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(JSON.parse) : [...own];
  const sum = rows.filter(({ name }) => !name.startsWith(" ")).reduce((all, { seconds }) => all + seconds, 0);
  const width = Math.max(...rows.map(({ name }) => name.length), 5);
  const line = ({ name, seconds, done }) =>
    `  ${name.padEnd(width)}  ${seconds.toFixed(0).padStart(5)} s  ${done}`.trimEnd();
  const total = { name: "all", seconds: sum, done: `${(sum / 60).toFixed(1)} minutes` };
  say(["", ...[...rows, total].map(line)].join("\n"));
}
