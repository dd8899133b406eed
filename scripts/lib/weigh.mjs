// The size of what is injected into a guided page. Nobody feels it by itself, so it is no goal: it is printed in one line, and
// a form that has grown by more than a tenth since the size in bench/sizes.json was written fails the build, so that
// nothing large comes in unseen.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "fflate";
import { at, dist, read } from "./places.mjs";
import { Fail, say } from "./shell.mjs";

const forms = { wasm: ["engine.module.js", "engine.wasm.js"], js: ["engine.data.js", "engine.wasm2js.js"] };
const most = 1.1;

/** The bytes of each form, as they are injected in Chromium and after gzip. */
function sizes() {
  const size = (name) => {
    const files = forms[name].map((file) => readFileSync(join(dist, "chrome", file)));
    // fflate, and not Node's zlib, gives the same number on every machine.
    const zipped = files.map((bytes) => gzipSync(bytes, { level: 9, mtime: 0 }).length);
    const sum = (numbers) => numbers.reduce((a, b) => a + b);
    return { bytes: sum(files.map(({ length }) => length)), zipped: sum(zipped) };
  };
  return Object.fromEntries(Object.keys(forms).map((name) => [name, size(name)]));
}

/** Prints the sizes and holds them against those of the last landing; `accept` writes them down instead. */
export function weigh({ accept = false } = {}) {
  const now = sizes();
  const number = (value) => value.toLocaleString("en");
  const told = Object.entries(now).map(
    ([name, { bytes, zipped }]) => `${name} ${number(bytes)} bytes (${number(zipped)} after gzip)`,
  );
  say(`  ${told.join(", ")}`);
  if (accept) {
    const bytes = Object.fromEntries(Object.entries(now).map(([name, { bytes }]) => [name, bytes]));
    writeFileSync(at("bench", "sizes.json"), `${JSON.stringify(bytes, null, 2)}\n`);
    return;
  }
  const before = JSON.parse(read("bench", "sizes.json"));
  for (const [name, { bytes }] of Object.entries(now)) {
    if (bytes > before[name] * most)
      throw new Fail(
        `The ${name} form has grown from ${number(before[name])} to ${number(bytes)} bytes.`,
        "if that is meant, write it down: npm run build -- --accept-sizes",
      );
  }
}
