// `npm test`: everything that tells whether Farewell works, in the order of how fast it tells. Each phase says its
// name and its seconds, and all of them stand in a table at the end; the first that fails ends the run. Where a phase needs both
// browsers they work side by side. The last line is the sum: `N passed, N failed`.
//   npm test -- native   the Rust core and the background script, without a browser
//   npm test -- export   every format of the saved orders, read back by other programs
//   npm test -- corpus   recognition over the kept pages
//   npm test -- dom      the Rust that touches pages, in headless Chromium and Firefox
//   npm test -- e2e      the packaged extension in both browsers, on the practice site
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oneAnswerProxy } from "./lib/one-answer-proxy.mjs";
import { at, cargoEnv, root } from "./lib/places.mjs";
import { ask, Fail, main, run, say, sideBySide, step, which } from "./lib/shell.mjs";
import { printTimes, timed } from "./lib/times.mjs";
import * as tools from "./lib/tools.mjs";
import { build } from "./build.mjs";
import { repro } from "./repro.mjs";
import { setup } from "./setup.mjs";
import { exportCheck } from "../tests/export/check.mjs";

// Crates whose tests run in a browser, or that are nothing but exported shims.
const notNative = [
  "before-entry",
  "dom-tests",
  "engine",
  "export-entry",
  "pages-entry",
  "panel-entry",
  "sight",
];
const exclude = notNative.flatMap((name) => ["--exclude", `farewell-${name}`]);

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a test program in the open, its lines behind `prefix` where there is one, and adds what it says of itself to the totals. */
async function counted(command, args, { env = cargoEnv(), cwd = root, prefix } = {}) {
  try {
    count(await run(command, args, { cwd, env, keep: true, prefix, next: "read the first failure above" }));
  } catch (failure) {
    const before = totals.failed;
    count(failure.output ?? "");
    // Something that did not even get to its tests has failed too.
    if (totals.failed === before) totals.failed += 1;
    throw failure;
  }
}

function count(output) {
  // Colours out; then libtest and wasm-bindgen-test, nextest, node:test, each in its own words.
  // eslint-disable-next-line no-control-regex
  const text = output.replace(/\x1b\[[\d;]*m/g, "");
  const add = (key, found) => (totals[key] += Number(found));
  for (const [, passed, failed] of text.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
    add("passed", passed);
    add("failed", failed);
  }
  for (const [, line] of text.matchAll(/^\s*Summary \[.*?\] +\d+.*? tests? run: (.*)$/gm)) {
    add("passed", line.match(/(\d+) passed/)?.[1] ?? 0);
    for (const [, failed] of line.matchAll(/(\d+) (?:failed|timed out|exec failed)/g)) add("failed", failed);
  }
  const called = { pass: "passed", fail: "failed", cancelled: "failed", skipped: "skipped" };
  for (const [, key, found] of text.matchAll(/^[ℹ#] (pass|fail|cancelled|skipped) (\d+)$/gm)) {
    add(called[key], found);
  }
  for (const [, passed, failed] of text.matchAll(/^(\d+) passed, (\d+) failed$/gm)) {
    add("passed", passed);
    add("failed", failed);
  }
}

const testFiles = (folder) =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => `${folder}/${name}`);

async function nodeTests(folder, { env = {}, prefix } = {}) {
  const files = testFiles(folder);
  if (files.length === 0) throw new Fail(`There are no tests in ${folder}.`);
  const args = ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files];
  await counted(process.execPath, args, { env: cargoEnv({ ...tools.browserEnv(), ...env }), prefix });
}

/** Runs `work` for each browser side by side; each has a row of its own in the table. */
async function inBothBrowsers(phase, work) {
  const browsers = { chromium: tools.chromium(), firefox: tools.firefox() };
  for (const path of Object.values(browsers)) say(`  ${ask(path, ["--version"])}`);
  const width = Math.max(...Object.keys(browsers).map((name) => name.length));
  await sideBySide(
    Object.keys(browsers).map(
      (name) => () => timed(`  ${phase} in ${name}`, () => work(name, `${name.padEnd(width)} │ `)),
    ),
  );
}

async function native() {
  if (which("cargo-nextest")) {
    await counted("cargo", ["nextest", "run", "--workspace", ...exclude]);
    await counted("cargo", ["test", "--doc", "-p", "farewell-core"]);
  } else {
    await counted("cargo", ["test", "--workspace", ...exclude]);
  }
  await nodeTests("tests/scripts");
  await nodeTests("tests/background");
}

/** Of what was just built. */
async function exported() {
  totals.passed += await exportCheck();
}

async function corpus() {
  await counted(process.execPath, ["tests/corpus/run.mjs"]);
  await counted(process.execPath, ["tests/corpus/names.mjs"]);
}

async function dom() {
  const programs = await domPrograms();
  const proxy = await oneAnswerProxy();
  const folder = mkdtempSync(join(tmpdir(), "farewell-dom-"));
  const capabilities = join(folder, "webdriver.json");
  const { CHROMEDRIVER, GECKODRIVER } = tools.browserEnv();
  const drivers = { chromium: { CHROMEDRIVER }, firefox: { GECKODRIVER } };
  try {
    writeFileSync(capabilities, JSON.stringify(browserCapabilities(proxy.port)));
    await inBothBrowsers("dom", async (name, prefix) => {
      const env = {
        ...process.env,
        // The runner takes the first driver that it is told of.
        CHROMEDRIVER: undefined,
        GECKODRIVER: undefined,
        ...drivers[name],
        WASM_BINDGEN_TEST_TIMEOUT: "120",
        WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
      };
      const runner = tools.wasmBindgen("wasm-bindgen-test-runner");
      for (const program of programs) {
        await counted(runner, [program], { env, cwd: at("tests", "dom"), prefix });
      }
    });
  } finally {
    proxy.end();
    rmSync(folder, { recursive: true });
  }
}

/** The test programs of `tests/dom`, compiled once for both browsers. */
async function domPrograms() {
  const command = ["test", "-p", "farewell-dom-tests", "--target", "wasm32-unknown-unknown", "--no-run"];
  await run("cargo", command, { cwd: root, env: cargoEnv() });
  const told = ask("cargo", [...command, "--message-format=json"], { cwd: root, env: cargoEnv() });
  const programs = told
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ target, executable }) => executable && target.kind.includes("test"))
    .map(({ executable }) => executable);
  const files = readdirSync(at("tests", "dom", "tests")).filter((name) => name.endsWith(".rs"));
  if (programs.length !== files.length) {
    throw new Fail(
      `${files.length} files are in tests/dom/tests, ${programs.length} programs were made of them.`,
    );
  }
  return programs;
}

/** `tests/dom/webdriver.json`, with Chromium sent through the proxy on this port. */
function browserCapabilities(proxyPort) {
  const capabilities = JSON.parse(readFileSync(at("tests", "dom", "webdriver.json"), "utf8"));
  capabilities["goog:chromeOptions"].args.push(
    `--proxy-server=127.0.0.1:${proxyPort}`,
    "--proxy-bypass-list=<-loopback>",
  );
  return capabilities;
}

const e2e = () =>
  inBothBrowsers("e2e", (name, prefix) => nodeTests("tests/e2e", { env: { E2E_BROWSERS: name }, prefix }));

/** Builds, and builds the source archive alone elsewhere: the packages must be the same bytes, or the stores would refuse them. */
async function builds() {
  await build();
  await repro({ short: true });
  totals.passed += 1;
  say("  The source archive alone, built elsewhere, gave the same packages.");
}

const phases = { native, build: builds, export: exported, corpus, dom, e2e };
// Phases that need a fresh build when they are asked for by themselves.
const needsBuild = ["export", "e2e"];

await main(async () => {
  const wanted = process.argv[2];
  if (wanted && !phases[wanted]) {
    throw new Fail(`There is no phase "${wanted}".`, `npm test -- ${Object.keys(phases).join("|")}`);
  }
  await setup();
  try {
    for (const name of wanted ? [wanted] : Object.keys(phases)) {
      step(`Test: ${name}`);
      if (wanted && needsBuild.includes(wanted)) await build();
      await timed(name, async () => {
        const before = { ...totals };
        await phases[name]();
        return told(before);
      });
    }
  } catch (error) {
    totals.failed ||= 1;
    throw error;
  } finally {
    printTimes();
    say(`\n${totals.skipped} skipped, each with its reason above`);
    say(`${totals.passed} passed, ${totals.failed} failed`);
  }
});

/** How many have passed, and been skipped, since `before`. */
function told({ passed, skipped }) {
  const left = totals.skipped - skipped;
  return `${totals.passed - passed} passed${left ? `, ${left} skipped` : ""}`;
}
