// `npm run corpus`: how well the product sees, by the engine's own code. What each run proves, and why no other one does too:
//
//   each page as it is, in Chromium and in Firefox     the browsers lay out and fold text each in its own way
//   each page as it is, by the JavaScript form         Chromium's alone; it has to say the same as the WebAssembly, to the byte
//   the same views, natively                           to the byte as well: from here on what native code proves of a view is
//                                                      proved of both browsers and both forms
//   each mutation, in one of the two browsers          a mutation changes the page, not the browser: the seeds are dealt out,
//                                                      with two browsers the odd ones to one and the even ones to the other
//
// The browsers work side by side.
//
//   npm run corpus                         the corpus, with mutations
//   npm run corpus -- --held-out           the pages that are never tuned on
//   npm run corpus -- --only edit-profile  pages whose name holds that, with what is wrong with each
//   npm run corpus -- --browser chromium   one browser, with all seeds

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import puppeteer from "puppeteer-core";
import { parse } from "smol-toml";
import { at, root } from "../../scripts/lib/places.mjs";
import { bytesScript } from "../../scripts/lib/bundle.mjs";
import { bind, compile, twin } from "../../scripts/lib/wasm.mjs";
import { run, sideBySide } from "../../scripts/lib/shell.mjs";
import { EXECUTABLE as CHROMIUM } from "../e2e/harness/chromium.mjs";
import { EXECUTABLE as FIREFOX } from "../e2e/harness/firefox.mjs";
import { corpus } from "./pages.mjs";
import { report } from "./report.mjs";

const out = at("out", "corpus");
/** So many pages are loaded in a browser at a time. */
const AT_ONCE = 12;

const { values: options } = parseArgs({
  options: {
    "held-out": { type: "boolean", default: false },
    only: { type: "string" },
    browser: { type: "string" },
    seeds: { type: "string", default: "6" },
  },
});

// No name is looked up: what the pages link to is never asked for, and thousands of pages leave no connections behind.
const browsers = {
  chromium: () =>
    puppeteer.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    }),
  firefox: () =>
    puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, extraPrefsFirefox: { "network.dns.disabled": true } }),
};

const pages = corpus({ heldOut: options["held-out"] }).filter((page) => !options.only || page.name.includes(options.only));
const names = Object.keys(browsers).filter((name) => !options.browser || name === options.browser);
if (names.length === 0) throw new Error(`There is no browser "${options.browser}": ${Object.keys(browsers).join(", ")}.`);
if (pages.length === 0) throw new Error(`No page's name holds "${options.only}".`);
const mutations = options["held-out"] ? 0 : Number(options.seeds);
const server = await serve(await bundles());
let readings = 0;
const verdicts = await sideBySide(names.map((name, at) => () => runIn(name, seedsOf(at)))).finally(() => server.close());
const failed = verdicts.flat().filter((holds) => !holds).length;
console.log(`  ${readings} readings of ${pages.length} pages`);
console.log(`${verdicts.flat().length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The seeds of the browser at this place: each seed is one browser's. */
function seedsOf(at) {
  const all = Array.from({ length: mutations }, (_, n) => n + 1);
  return all.filter((seed) => seed % names.length === (at + 1) % names.length);
}

/** All that is read in one browser; gives for each bound whether it holds. */
async function runIn(name, seeds) {
  const browser = await browsers[name]();
  const began = performance.now();
  const { wasm, js, mutated } = await readAll(browser, name, seeds).finally(() => browser.close());
  const seconds = (performance.now() - began) / 1000;
  console.log(`\n${name} ${browser.title}, ${seconds.toFixed(0)} s`);
  const results = wasm.map((each, at) => ({ ...each, mutated: mutated[at] }));
  const holds = report(name, pages, results, { verbose: Boolean(options.only), seeds });
  if (js) holds.push(isSame(wasm, js));
  holds.push(await isSameNatively(name, wasm));
  return holds;
}

/** As they are first, in the same order in each form: things are numbered in the order in which they are met. */
async function readAll(browser, name, seeds) {
  browser.title = (await browser.version()).replace(/^.*\//, "");
  const page = await opened(browser, "wasm");
  const wasm = await judgeAll(page);
  const mutated = pages.map(() => []);
  for (const seed of seeds) {
    for (const [at, result] of (await judgeAll(page, seed)).entries()) mutated[at].push({ seed, ...result });
  }
  await page.close();
  const js = name === "chromium" ? await judgeAll(await opened(browser, "js")) : undefined;
  return { wasm, js, mutated };
}

/** The engine's reading and recognition, the judge and the labels, as one script for a plain page: in both forms. */
async function bundles() {
  await compile(["farewell-sight"]);
  const parts = await bind("farewell-sight");
  const { file, data } = await twin(parts);
  const js = `
    import { instantiate } from ${JSON.stringify(file)};
    export class TwinModule {}
    export class TwinInstance { constructor(_module, imports) { this.exports = instantiate(imports); } }`;
  const standIn = join(parts.folder, "twin.stand-in.js");
  writeFileSync(standIn, js);
  const twinned = await bundle(parts, {
    contents: "const module = new WebAssembly.Module();",
    define: { "WebAssembly.Module": "TwinModule", "WebAssembly.Instance": "TwinInstance" },
    inject: [standIn],
  });
  return {
    wasm: await bundle(parts, { contents: `import module from ${JSON.stringify(parts.wasm)};` }),
    js: bytesScript(data, "What the js form's memory begins with") + twinned,
  };
}

async function bundle({ glue }, { contents, ...form }) {
  const folder = at("src", "core", "facts", "labels");
  const labels = readdirSync(folder).flatMap((file) => {
    const { language, label } = parse(readFileSync(join(folder, file), "utf8"));
    return label.map(({ concept, text }) => ({ language, concept, text }));
  });
  const virtual = {
    name: "virtual",
    setup(build) {
      build.onResolve({ filter: /^sight$/ }, () => ({ path: glue }));
      build.onResolve({ filter: /^labels$/ }, () => ({ path: "labels", namespace: "labels" }));
      build.onLoad({ filter: /.*/, namespace: "labels" }, () => ({
        contents: `export const labels = ${JSON.stringify(labels)};`,
      }));
    },
  };
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `
        import { initSync } from "sight";
        import { judge } from "./judge.js";
        ${contents}
        initSync({ module });
        globalThis.judge = judge;`,
      resolveDir: at("tests", "corpus"),
    },
    bundle: true,
    write: false,
    format: "iife",
    loader: { ".wasm": "binary" },
    plugins: [virtual],
    logOverride: { "empty-import-meta": "silent" },
    ...form,
  });
  return outputFiles[0].text;
}

/** One empty page at one address for both forms, since relative links say where they stand; and a script for each form. */
async function serve(scripts) {
  const html = "<!doctype html><meta charset=utf-8><title>corpus</title><body>";
  const server = createServer(({ url }, response) => {
    const script = scripts[url.slice(1)];
    response.writeHead(200, { "content-type": `${script ? "text/javascript" : "text/html"}; charset=utf-8` });
    response.end(script ?? html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function opened(browser, form) {
  const page = await browser.newPage();
  const home = `http://127.0.0.1:${server.address().port}/`;
  await page.goto(home);
  await page.addScriptTag({ url: home + form });
  return page;
}

/** Every page, as it is, or with the mutations of a seed and then only what became of it. */
async function judgeAll(page, seed) {
  const results = [];
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    // As text both ways: WebDriver BiDi writes out each value of an object with its type, and TOML's tables it refuses.
    const text = await page.evaluate(
      async (some, seed) => JSON.stringify(await globalThis.judge(JSON.parse(some), seed)),
      JSON.stringify(pages.slice(from, from + AT_ONCE)),
      seed,
    );
    results.push(...JSON.parse(text));
  }
  readings += results.length;
  return results;
}

/** Whether both forms make the same of every page: what is on it, what that is, what is said and pointed at. */
function isSame(wasm, js) {
  const said = ({ view, sighting, instruction }) => JSON.stringify({ view, sighting, instruction });
  const differing = pages.filter((_, at) => said(wasm[at]) !== said(js[at]));
  for (const { name } of differing) console.log(`  differs between the forms: ${name}`);
  console.log(`  WebAssembly and JavaScript: ${pages.length - differing.length} of ${pages.length} readings equal`);
  return differing.length === 0;
}

/** The same views through the same code compiled for this machine: the sightings have to be equal to the byte. */
async function isSameNatively(name, results) {
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.json`);
  const recorded = results.map(({ view, sighting, meantItems }, at) => {
    const { name, pages: expected, flow, phrase } = pages[at];
    return { name, pages: expected, flow, phrase, view, sighting, meantItems };
  });
  writeFileSync(file, JSON.stringify(recorded));
  const command = ["run", "--quiet", "-p", "farewell-core", "--features", "serde", "--example", "recognise", file];
  try {
    await run("cargo", command, { cwd: root, next: "npm run corpus" });
    return true;
  } catch {
    return false;
  }
}
