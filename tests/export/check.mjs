// `npm run export-check`: has the shipped module write every format for made-up orders, reads each file back with a program of
// the field (Python's csv module, openpyxl, a JSON Schema validator, an HTML parser) and compares cell by cell. Then it
// measures how long an export of 5,000 orders with 3 items takes, and how much memory.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { at, parts, read } from "../../scripts/lib/places.mjs";
import { Fail, isMain, main, say, step } from "../../scripts/lib/shell.mjs";
import * as tools from "../../scripts/lib/tools.mjs";
import { setup } from "../../scripts/setup.mjs";
import { csvRows, htmlOrders, xlsxSheets } from "./expected.mjs";
import { orderFile, siteRows } from "./orders.mjs";

const SIZES = [0, 7, 30, 128, 5000];
const CRATE = "farewell-export-entry";
const FORMATS = ["csv", "json", "xlsx", "html"];
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

/** What Python reads out of a file. */
function python(task, ...paths) {
  const { python: command, folder } = tools.openpyxl();
  const { status, stdout, stderr } = spawnSync(command, [at("tests", "export", "files.py"), task, ...paths], {
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: folder, PYTHONIOENCODING: "utf-8" },
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Fail(`Python could not do “${task}”:\n${stderr}`, "npm run setup");
  return JSON.parse(stdout);
}

async function validator() {
  const { default: Ajv } = await import("ajv/dist/2020.js");
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(read("docs", "orders.schema.json")),
  );
}

/** What the printable page shows, as an HTML parser finds it; a script or anything to load is a fault. */
function htmlRead(text, { parse }) {
  const orders = [];
  const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;
  const words = (node) => node.value ?? (node.childNodes ?? []).map(words).join("");
  const faults = [];
  let place;
  const walk = (node, href) => {
    if (["script", "img", "iframe", "link", "object", "form"].includes(node.nodeName))
      faults.push(node.nodeName);
    for (const { name } of node.attrs ?? []) if (name.startsWith("on")) faults.push(name);
    if (node.nodeName === "article") orders.push({ order: (place = {}), items: [] });
    if (node.nodeName === "tr" && node.parentNode.nodeName === "tbody")
      orders.at(-1).items.push((place = {}));
    const link = node.nodeName === "a" ? attribute(node, "href") : href;
    const field = attribute(node, "data-field");
    if (field) place[field] = words(node);
    // The link of a value is a value of its own: order_id's is order_url. An address alone is its own text.
    if (node.nodeName === "bdi" && link) {
      const kind =
        place === orders.at(-1).order ? (field === "order_id" ? "order_url" : "store_url") : "item_url";
      place[kind] = link;
    }
    for (const child of node.childNodes ?? []) walk(child, link);
  };
  walk(parse(text));
  if (faults.length) throw new Fail(`The printable page has ${[...new Set(faults)].join(", ")} in it.`);
  return orders;
}

/** Compares two trees of cells; gives how many leaves there are, and throws at the first that differs. */
function same(expected, found, where) {
  if (expected === null || typeof expected !== "object") {
    if (expected !== found)
      throw new Fail(`${where} should be ${JSON.stringify(expected)} and is ${JSON.stringify(found)}.`);
    return 1;
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found ?? {})]);
  let cells = 0;
  for (const key of keys) cells += same(expected[key], found?.[key], `${where}.${key}`);
  return cells;
}

/** Rows and cells that were written and read back, by format. */
async function roundTrip(count, { glue }, reader) {
  const file = orderFile(count, 3);
  const json = JSON.stringify(file);
  const folder = mkdtempSync(join(tmpdir(), "farewell-export-"));
  const items = file.orders.reduce((sum, order) => sum + order.items.length, 0);
  const lines = {};
  try {
    const written = Object.fromEntries(FORMATS.map((format) => [format, glue.write(format, json, WORDS)]));
    for (const format of FORMATS) writeFileSync(join(folder, `orders.${format}`), written[format]);

    const rows = csvRows(file);
    same(rows, python("csv", join(folder, "orders.csv")), "csv");
    lines.csv = { rows: rows.length, cells: rows.length * rows[0].length };

    const sheets = xlsxSheets(file);
    same(sheets, python("xlsx", join(folder, "orders.xlsx")), "xlsx");
    const all = Object.values(sheets);
    lines.xlsx = {
      rows: all.reduce((sum, sheet) => sum + sheet.length, 0),
      cells: all.reduce((sum, sheet) => sum + sheet.length * sheet[0].length, 0),
    };

    const parsed = JSON.parse(Buffer.from(written.json).toString("utf8"));
    if (!reader.valid(parsed))
      throw new Fail(`The JSON file breaks its schema: ${JSON.stringify(reader.valid.errors.slice(0, 3))}.`);
    lines.json = { rows: count + items, cells: same(file, parsed, "json") };

    const shown = htmlOrders(file);
    const found = htmlRead(Buffer.from(written.html).toString("utf8"), reader);
    lines.html = { rows: count + items, cells: same(shown, found, "html") };
  } finally {
    rmSync(folder, { recursive: true });
  }
  return lines;
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
  const { parse } = await import("parse5");
  const reader = { parse, valid: await validator() };
  const module = await exporter();
  step("Written and read back");
  let passed = 0;
  for (const count of SIZES) {
    const lines = await roundTrip(count, module, reader);
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
