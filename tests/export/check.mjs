// `npm run export-check`: has the shipped module write every format for made-up orders, reads each file back with a program of
// the field (Python's csv module, openpyxl, a JSON Schema validator, an HTML parser) and compares cell by cell. Then it
// measures how long an export of 5,000 orders with 3 items takes, and how much memory.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parts } from "../../scripts/lib/places.mjs";
import { Fail, isMain, main, say, step } from "../../scripts/lib/shell.mjs";
import { setup } from "../../scripts/setup.mjs";
import { orderFile, siteRows } from "./orders.mjs";
import { compare, FORMATS, python, readers, same } from "./reading.mjs";

const SIZES = [0, 7, 30, 128, 5000];
const CRATE = "farewell-export-entry";
const MOST_MS = 2000;
const MOST_MB = 200;
const WORDS = JSON.stringify({
  language: "en",
  direction: "ltr",
  title: "Orders",
  about: ["All of them."],
  fields: {},
});

/** The module that ships, in this process. */
async function exporter() {
  const file = (ending) => join(parts, CRATE, `${CRATE.replaceAll("-", "_")}${ending}`);
  const glue = await import(pathToFileURL(file(".js")));
  const { memory } = glue.initSync({ module: readFileSync(file(".opt.wasm")) });
  return { glue, memory };
}

/** Rows and cells that were written and read back, by format. */
function roundTrip(count, { glue }, reader) {
  const file = orderFile(count, 3);
  const json = JSON.stringify(file);
  const folder = mkdtempSync(join(tmpdir(), "farewell-export-"));
  const pathOf = (format) => join(folder, `orders.${format}`);
  try {
    for (const format of FORMATS) writeFileSync(pathOf(format), glue.write(format, json, WORDS));
    return compare(file, pathOf, reader);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The site's own file, as openpyxl writes it, and what the module reads out of it. */
function siteFile(count, { glue }) {
  const { rows, orders } = siteRows(count);
  const folder = mkdtempSync(join(tmpdir(), "farewell-export-"));
  try {
    const [source, path] = [join(folder, "rows.json"), join(folder, "aliexpress_user_data_backup_1.xlsx")];
    writeFileSync(source, JSON.stringify(rows));
    python("write-site", source, path);
    const found = JSON.parse(glue.readSiteFile(readFileSync(path)));
    const cells = same(orders, found.orders, "the site's file");
    return { rows: rows.length, cells };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure({ glue, memory }) {
  const json = JSON.stringify(orderFile(5000, 3));
  const slow = [];
  for (const format of FORMATS) {
    const began = performance.now();
    const { length } = glue.write(format, json, WORDS);
    const took = performance.now() - began;
    say(
      `  ${format.padEnd(4)} ${took.toFixed(0).padStart(5)} ms ${(length / 1e6).toFixed(1).padStart(6)} MB`,
    );
    if (took > MOST_MS) slow.push(format);
  }
  const taken = memory.buffer.byteLength / 1e6;
  say(`  ${taken.toFixed(0)} MB of memory in all`);
  if (slow.length) throw new Fail(`More than ${MOST_MS} ms for ${slow.join(", ")}.`);
  if (taken > MOST_MB) throw new Fail(`The export took more than ${MOST_MB} MB.`);
}

/** The whole check, on what was built before. Gives how many comparisons of a format were made. */
export async function exportCheck() {
  const reader = await readers();
  const module = await exporter();
  step("Written and read back");
  let passed = 0;
  for (const count of SIZES) {
    const lines = roundTrip(count, module, reader);
    for (const [format, { rows, cells }] of Object.entries(lines)) {
      say(
        `  ${String(count).padStart(4)} orders  ${format.padEnd(4)} ${rows} rows, ${cells} cells written = read back`,
      );
      passed += 1;
    }
    const { rows, cells } = siteFile(count || 1, module);
    say(
      `  ${String(count || 1).padStart(4)} orders  the site's own file ${rows} rows, ${cells} cells as they should be`,
    );
    passed += 1;
  }
  step("5,000 orders of 3 items");
  measure(module);
  return passed + 1;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup({ browsers: false, readers: true });
    // Only now, because it needs npm packages.
    const wasm = await import("../../scripts/lib/wasm.mjs");
    step("Build the module that writes and reads files");
    await wasm.compile([CRATE]);
    await wasm.bind(CRATE);
    const passed = await exportCheck();
    say(`\n${passed} passed, 0 failed`);
  });
}
