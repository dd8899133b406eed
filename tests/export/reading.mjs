// Saved order files, read by programs of the field (Python's csv module, openpyxl, a JSON Schema validator, an HTML parser) and
// compared cell by cell with what has to stand in them. For the files that the module writes, and for those that a browser saves.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { at, read } from "../../scripts/lib/places.mjs";
import { Fail } from "../../scripts/lib/shell.mjs";
import * as tools from "../../scripts/lib/tools.mjs";
import { csvRows, htmlOrders, xlsxSheets } from "./expected.mjs";

export const FORMATS = ["csv", "json", "xlsx", "html"];

/** What Python reads out of a file, or writes into one. */
export function python(task, ...paths) {
  const { python: command, folder } = tools.openpyxl();
  const { status, stdout, stderr } = spawnSync(command, [at("tests", "export", "files.py"), task, ...paths], {
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: folder, PYTHONIOENCODING: "utf-8" },
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Fail(`Python could not do “${task}”:\n${stderr}`, "npm run setup");
  return JSON.parse(stdout);
}

/** What JSON and HTML are read with. Loaded only now, because the npm packages may be set up after this file is. */
export async function readers() {
  const [{ default: Ajv }, { parse }] = await Promise.all([import("ajv/dist/2020.js"), import("parse5")]);
  const schema = JSON.parse(read("docs", "orders.schema.json"));
  return { parse, valid: new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema) };
}

/**
 * Compares the four files of one export with what has to stand in them: `file` is what the JSON has to say, `pathOf` gives the path
 * of each format. Gives how many rows and cells each has, and throws at the first cell that differs.
 */
export function compare(file, pathOf, reader) {
  const items = file.orders.reduce((sum, order) => sum + order.items.length, 0);
  const rows = csvRows(file);
  same(rows, python("csv", pathOf("csv")), "csv");

  const sheets = xlsxSheets(file);
  same(sheets, python("xlsx", pathOf("xlsx")), "xlsx");

  const parsed = JSON.parse(readFileSync(pathOf("json"), "utf8"));
  if (!reader.valid(parsed))
    throw new Fail(`The JSON file breaks its schema: ${JSON.stringify(reader.valid.errors.slice(0, 3))}.`);

  const found = htmlRead(readFileSync(pathOf("html"), "utf8"), reader);
  const count = file.orders.length + items;
  return {
    csv: { rows: rows.length, cells: rows.length * rows[0].length },
    xlsx: sizeOf(Object.values(sheets)),
    json: { rows: count, cells: same(file, parsed, "json") },
    html: { rows: count, cells: same(htmlOrders(file), found, "html") },
  };
}

const sizeOf = (sheets) => ({
  rows: sheets.reduce((sum, sheet) => sum + sheet.length, 0),
  cells: sheets.reduce((sum, sheet) => sum + sheet.length * sheet[0].length, 0),
});

/** Compares two trees of cells; gives how many leaves there are, and throws at the first that differs. */
export function same(expected, found, where) {
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
