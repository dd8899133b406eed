// docs/flows.md: what the product knows of each way, for whoever checks or adds one. Made from the facts that the
// engine is built from and from the words that it says, so that it can't tell another story than the product.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { at } from "./places.mjs";
import { Fail } from "./shell.mjs";

const HEAD = `# The flows

Written by \`npm run docs\` from \`src/core/facts/flows/*.toml\`, \`src/core/facts/pages.toml\` and
\`extension/_locales/en/guide.json\`; \`npm run lint\` fails when it is not up to date. How to add one:
[adding-a-flow.md](adding-a-flow.md).

“Verified” is the month in which the sources were last read; none of them is a live page. Grades: **[A]** official or
captured, **[B]** code written against the live page, **[C]** a guide or a user's report, **[I]** inferred.
`;

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll("|", "\\|");
const row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (heads, rows) => [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

/** The flows in the order in which the product offers them, and the pages' addresses. */
export function facts(folder = at("src", "core", "facts")) {
  const read = (path) => parse(readFileSync(join(folder, path), "utf8"));
  const flows = readdirSync(join(folder, "flows"))
    .filter((name) => name.endsWith(".toml"))
    .map((name) => read(join("flows", name)));
  const order = readFileSync(at("src", "core", "src", "ids.rs"), "utf8");
  const place = ({ id }) => order.indexOf(`"${id}"`);
  return { flows: flows.sort((a, b) => place(a) - place(b)), pages: read("pages.toml").page };
}

/** Says in which words a step is said; a step without words would show its key to people. */
function wordsOf(flow, step, words) {
  const key = `guide_${flow.id}_${step.id}`.replaceAll("-", "_");
  for (const name of [key, `${key}_body`]) {
    if (!words[name])
      throw new Fail(
        `The step ${step.id} of ${flow.id} has no words ${name}.`,
        "write extension/_locales/*/guide.json",
      );
  }
  return words[key].message;
}

function section(flow, words) {
  const steps = flow.step.map((step, n) => [
    `${n + 1}`,
    `${code(step.id)}: ${wordsOf(flow, step, words)}`,
    step.controls.map(code).join(", ") || "none",
    step.pages.map(code).join(", "),
  ]);
  return [
    `## ${code(flow.id)}`,
    [
      `Begins at <${flow.home}>.`,
      ...(flow.phrases.length > 0
        ? [`Phrases known: ${flow.phrases.map((phrase) => `“${phrase}”`).join(", ")}.`]
        : []),
      `Last verified ${flow.verified}.`,
    ].join(" "),
    table(["step", "what the guide says", "controls pointed at", "pages, the usual one first"], steps),
    ["Sources:", ...flow.sources.map((source) => `- ${source}`)].join("\n").replace(":\n", ":\n\n"),
  ].join("\n\n");
}

const addressOf = ({ host, path, fragment }) =>
  [host && `${host}.…`, path, fragment && `#${fragment}`].filter(Boolean).join(" ");

/** The text of docs/flows.md. */
export function flowsDoc({ flows, pages }, words) {
  const visited = new Set(flows.flatMap(({ step }) => step.flatMap((one) => one.pages)));
  const addresses = pages
    .filter(({ id }) => visited.has(id) && id !== "other")
    .map((page) => [
      code(page.id),
      `${code(addressOf(page))}${page.weak ? " (only a hint)" : ""}`,
      page.sources,
    ]);
  return [
    HEAD.trimEnd(),
    ...flows.map((flow) => section(flow, words)),
    "## The pages' addresses",
    "A page is known by its address, its words and its structure together ([recognition.md](recognition.md)); of these only\nthe addresses stand here. A page without one is known by the rest.",
    table(["page", "in its address", "source"], addresses),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

/** What docs/flows.md has to say now. */
export const currentFlowsDoc = () =>
  flowsDoc(facts(), JSON.parse(readFileSync(at("extension", "_locales", "en", "guide.json"), "utf8")));
