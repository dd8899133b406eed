// `npm test`: everything that tells whether Farewell works, in the order of how fast it tells. Each phase says its
// name and its seconds; the first that fails ends the run. The last line is the sum: `N passed, N failed`.
//   npm test -- native   the Rust core and the background script, without a browser
//   npm test -- corpus   recognition over the kept pages
//   npm test -- dom      the Rust that touches pages, in headless Chromium and Firefox
//   npm test -- e2e      the packaged extension in both browsers, on the practice site
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oneAnswerProxy } from "./lib/one-answer-proxy.mjs";
import { at, cargoEnv, dist, root } from "./lib/places.mjs";
import { ask, Fail, main, run, say, step, which } from "./lib/shell.mjs";
import * as tools from "./lib/tools.mjs";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";

// Crates whose tests run in a browser, or that are nothing but exported shims.
const notNative = ["dom-tests", "engine", "panel-entry", "sight"];
const exclude = notNative.flatMap((name) => ["--exclude", `farewell-${name}`]);

const totals = { passed: 0, failed: 0 };

/** Runs a test program in the open and adds what it says of itself to the totals. */
async function counted(command, args, env = cargoEnv()) {
  try {
    count(await run(command, args, { cwd: root, env, keep: true, next: "read the first failure above" }));
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
  for (const [, key, found] of text.matchAll(/^[ℹ#] (pass|fail|cancelled) (\d+)$/gm)) {
    add(key === "pass" ? "passed" : "failed", found);
  }
  for (const [, passed, failed] of text.matchAll(/^(\d+) passed, (\d+) failed$/gm)) {
    add("passed", passed);
    add("failed", failed);
  }
}

const testFiles = (folder) =>
  existsSync(at(folder))
    ? readdirSync(at(folder))
        .filter((name) => name.endsWith(".test.mjs"))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];

async function nodeTests(folder) {
  const files = testFiles(folder);
  if (files.length === 0) return say(`  There are no tests in ${folder}.`);
  const args = ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files];
  await counted(process.execPath, args, cargoEnv(tools.browserEnv()));
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

async function corpus() {
  if (!existsSync(at("tests", "corpus", "run.mjs"))) return say("  There is no corpus runner.");
  await counted(process.execPath, ["tests/corpus/run.mjs"]);
}

async function dom() {
  const { CHROMEDRIVER, GECKODRIVER } = tools.browserEnv();
  const proxy = await oneAnswerProxy();
  const folder = mkdtempSync(join(tmpdir(), "farewell-dom-"));
  const capabilities = join(folder, "webdriver.json");
  try {
    writeFileSync(capabilities, JSON.stringify(browserCapabilities(proxy.port)));
    for (const [browser, driver] of [
      [tools.chromium(), { CHROMEDRIVER }],
      [tools.firefox(), { GECKODRIVER }],
    ]) {
      say(`\n  in ${ask(browser, ["--version"])}`);
      await domIn({ ...driver, WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities });
    }
  } finally {
    proxy.end();
    rmSync(folder, { recursive: true });
  }
}

async function domIn(driver) {
  const env = cargoEnv({
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: tools.wasmBindgen("wasm-bindgen-test-runner"),
    WASM_BINDGEN_TEST_TIMEOUT: "120",
  });
  // The runner takes the first driver that it is told of.
  delete env.CHROMEDRIVER;
  delete env.GECKODRIVER;
  const target = ["--target", "wasm32-unknown-unknown"];
  await counted("cargo", ["test", "-p", "farewell-dom-tests", ...target], { ...env, ...driver });
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

async function e2e() {
  for (const browser of [tools.chromium(), tools.firefox()]) say(`  ${ask(browser, ["--version"])}`);
  await nodeTests("tests/e2e");
}

/** Builds, and builds once more: the archives must be the same bytes, or the stores' reviewers would refuse them. */
async function builds() {
  await build();
  const first = archiveSums();
  await build();
  const same = first === archiveSums();
  totals[same ? "passed" : "failed"] += 1;
  if (!same) throw new Fail("Building twice gave different archives.", "compare two runs of: npm run build");
  say("  Building twice gave the same archives.");
}

function archiveSums() {
  const names = readdirSync(dist).filter((name) => name.endsWith(".zip"));
  const sum = (name) =>
    createHash("sha256")
      .update(readFileSync(join(dist, name)))
      .digest("hex");
  return names.map((name) => `${name} ${sum(name)}`).join("\n");
}

const phases = { native, build: builds, corpus, dom, e2e };
// Phases that need a fresh build when they are asked for by themselves.
const needsBuild = ["e2e"];

await main(async () => {
  const wanted = process.argv[2];
  if (wanted && !phases[wanted]) {
    throw new Fail(`There is no phase "${wanted}".`, `npm test -- ${Object.keys(phases).join("|")}`);
  }
  await setup();
  try {
    for (const name of wanted ? [wanted] : Object.keys(phases)) {
      step(`Test: ${name}`);
      const began = Date.now();
      try {
        if (wanted && needsBuild.includes(wanted)) await build();
        await phases[name]();
      } finally {
        say(`\n▸ ${name} took ${((Date.now() - began) / 1000).toFixed(1)} s`);
      }
    }
  } catch (error) {
    totals.failed ||= 1;
    throw error;
  } finally {
    say(`\n${totals.passed} passed, ${totals.failed} failed`);
  }
});
