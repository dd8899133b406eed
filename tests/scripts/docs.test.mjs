// The pages under docs/ against what they speak of: made from the facts, and naming only files that are there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
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
  const cards = [...read("extension", "popup.html").matchAll(/data-choose="([\w-]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    flows.map(({ id }) => id),
    cards,
    "in the order of the popup",
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

test("docs/adding-a-flow.md names every file that speaks of a single flow by its name", () => {
  const text = read("docs", "adding-a-flow.md");
  for (const path of [
    "src/core/src/ids.rs",
    "src/core/src/guide.rs",
    "src/core/src/guide/steps.rs",
    "src/core/src/recognise/control.rs",
    "src/core/src/recognise/page.rs",
    "src/core/src/recognise/pick.rs",
    "src/core/build.rs",
    "src/panel/src/ways.rs",
    "src/panel/src/screen.rs",
    "extension/popup.html",
    "tests/corpus/judge.js",
    "tests/e2e/harness/popup.mjs",
    "tests/e2e/walks.mjs",
  ]) {
    assert.match(read(...path.split("/")), /reactivate/i, path);
    assert.ok(text.includes(`\`${path}\``), path);
  }
});
