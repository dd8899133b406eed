// The corpus as data: each page with what its head comment expects of it.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

const here = dirname(fileURLToPath(import.meta.url));

/** All pages below a folder of the corpus; the held-out ones only where they are asked for. */
export function corpus({ heldOut = false } = {}) {
  const folder = heldOut ? join(here, "held-out") : here;
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".html"))
    .filter((path) => heldOut || !path.startsWith("held-out"))
    .sort()
    .map((path) => page(join(folder, path)));
}

function page(file) {
  const html = readFileSync(file, "utf8");
  const head = html.slice(html.indexOf("<!--") + 4, html.indexOf("-->"));
  const name = relative(here, file);
  try {
    const { page: expected, controls = {}, ...rest } = parse(head);
    // A closed root can't be entered by a plain page; that extensions can is proved by the end-to-end tests.
    const open = html.replaceAll('shadowrootmode="closed"', 'shadowrootmode="open"');
    return { name, html: open, pages: [expected].flat(), controls, ...rest };
  } catch (error) {
    throw new Error(`${name}: its head comment is no TOML: ${error.message}`, { cause: error });
  }
}
