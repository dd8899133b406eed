// The pages under docs/ against what they speak of: made from the facts, and naming only files that are there.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { currentFlowsDoc, facts, flowsDoc } from "../../scripts/lib/flows-doc.mjs";
import { at } from "../../scripts/lib/places.mjs";

const read = (...path) => readFileSync(at(...path), "utf8");
const words = JSON.parse(read("extension", "_locales", "en", "guide.json"));

test("docs/flows.md says what the facts say now", () => {
  assert.equal(read("docs", "flows.md"), currentFlowsDoc(), "npm run docs");
});

test("every flow is named with its steps, its pages, its sources and when they were verified", () => {
  const { flows } = facts();
  const text = currentFlowsDoc();
  const [, table] = read("src", "core", "src", "ids.rs").match(/FlowId \{(.*?)\n {4}\}/s);
  const named = [...table.matchAll(/= "([\w-]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    flows.map(({ id }) => id),
    named,
    "in the order in which the popup offers them",
  );
  for (const flow of flows) {
    const [section] = text.split(`\n## \`${flow.id}\`\n`)[1].split("\n## ");
    assert.match(flow.verified, /^20\d\d-\d\d$/);
    assert.ok(section.includes(`Last verified ${flow.verified}.`));
    for (const source of flow.sources) {
      assert.ok(section.includes(`- ${source}`), source);
      assert.match(source, / \[[ABCI]\]$/, "every source has its grade");
    }
    for (const { id, pages } of flow.step) {
      assert.ok(section.includes(`\`${id}\`: `), id);
      for (const page of pages) assert.ok(section.includes(`\`${page}\``), page);
    }
  }
});

test("a step without words is an error that names them", () => {
  const rest = { ...words };
  delete rest.guide_remove_answer_body;
  assert.throws(() => flowsDoc(facts(), rest), /answer of remove has no words guide_remove_answer_body/);
});

for (const name of ["adding-a-flow.md", "architecture.md", "recognition.md"]) {
  test(`docs/${name} names only files and commands that are there`, () => {
    const text = read("docs", name);
    const { scripts } = JSON.parse(read("package.json"));
    const named = [...text.matchAll(/`((?:src|extension|www|tests|scripts|docs|bench)\/[\w./-]*)`/g)].map(
      ([, path]) => path,
    );
    for (const path of named) assert.ok(existsSync(at(path)), path);
    for (const [, path] of text.matchAll(/\]\(([\w-]+\.md)\)/g))
      assert.ok(existsSync(at("docs", path)), path);
    for (const [, script] of text.matchAll(/`npm run ([\w-]+)/g)) assert.ok(scripts[script], script);
  });
}

/** Files of the product, its tests and its practice site that a person writes by hand, but for pages and words: those are data. */
const written = ["extension", "src", "tests", "www"]
  .flatMap((room) =>
    readdirSync(at(room), { recursive: true }).map((path) => join(room, path).replaceAll("\\", "/")),
  )
  .filter(
    (path) =>
      /\.(html|jsx?|mjs|rs)$/.test(path) && !/^tests\/(corpus\/.*\.html|scripts\/)|\/tests\.rs$/.test(path),
  );

/** What a file says beside its own tests, which may take any flow as their example. */
const withoutTests = (path) => read(...path.split("/")).split("#[cfg(test)]")[0];

test("docs/adding-a-flow.md names every file that speaks of its example by name", () => {
  const text = read("docs", "adding-a-flow.md");
  const naming = written.filter((path) => /reactivate/i.test(withoutTests(path)));
  assert.ok(naming.includes("src/core/src/ids.rs"), "the files are looked through");
  // A room that is named stands for the files in it.
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path);
  const isNamed = (path) => named.some((one) => one === path || (one.endsWith("/") && path.startsWith(one)));
  assert.deepEqual(
    naming.filter((path) => !isNamed(path)),
    [],
  );
});
