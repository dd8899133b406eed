// Tables as the documentation has them, so that docs/performance.md can take them over.

import { say } from "../scripts/lib/shell.mjs";

/** A number with so many digits; what was not measured is a dash. */
const cell = (value) => {
  if (!Array.isArray(value)) return String(value);
  const [number, digits] = value;
  return number === undefined ? "–" : number.toLocaleString("en", { maximumFractionDigits: digits });
};

/** Prints rows of words and `[number, digits]`. */
export function table(head, rows) {
  const line = (cells) => say(`| ${cells.join(" | ")} |`);
  line(head);
  line(head.map((_, at) => (at === 0 ? "---" : "---:")));
  for (const row of rows) line(row.map(cell));
}
