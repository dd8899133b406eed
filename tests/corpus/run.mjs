// `npm run corpus`: how well the product sees. Every page of the corpus, as it is and mutated, in Chromium and Firefox,
// by the engine's own code; as it is, by the JavaScript form too, which is Chromium's alone; then the same views natively,
// which has to give the same bytes.
//
//   npm run corpus                         the corpus, with mutations
//   npm run corpus -- --held-out           the pages that are never tuned on
//   npm run corpus -- --only edit-profile  pages whose name holds that, with what is wrong with each
//   npm run corpus -- --browser chromium   one browser

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import puppeteer from "puppeteer-core";
import { parse } from "smol-toml";
import { at, root } from "../../scripts/lib/places.mjs";
import { bind, compile, twin } from "../../scripts/lib/wasm.mjs";
import { run } from "../../scripts/lib/shell.mjs";
import { EXECUTABLE as CHROMIUM } from "../e2e/harness/chromium.mjs";
import { EXECUTABLE as FIREFOX } from "../e2e/harness/firefox.mjs";
import { corpus } from "./pages.mjs";
import { report } from "./report.mjs";


const out = at("out", "corpus");

const { values: options } = parseArgs({
  options: {
    "held-out": { type: "boolean", default: false },
    only: { type: "string" },
    browser: { type: "string" },
    seeds: { type: "string", default: "6" },
  },
});

const browsers = {
  chromium: () =>
    puppeteer.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    }),
  firefox: () => puppeteer.launch({ browser: "firefox", executablePath: FIREFOX }),
};

const pages = corpus({ heldOut: options["held-out"] }).filter((page) => !options.only || page.name.includes(options.only));
const server = await serve(await bundles());
const seeds = options["held-out"] ? 0 : Number(options.seeds);
const runs = [
  ["chromium", "wasm", seeds],
  ["chromium", "js", 0],
  ["firefox", "wasm", seeds],
].filter(([name]) => !options.browser || name === options.browser);
let failed = 0;
try {
  for (const [name, form, seeds] of runs) {
    const results = await judgeAll(name, form, seeds);
    const title = form === "js" ? `${name}-js` : name;
    failed += report(title, pages, results, { verbose: Boolean(options.only), seeds });
    failed += await compareNatively(title, results);
  }
} finally {
  server.close();
}
console.log(`${pages.length * runs.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The engine's reading and recognition, the judge and the labels, as one script for a plain page: in both forms. */
async function bundles() {
  await compile(["farewell-sight"]);
  const parts = await bind("farewell-sight");
  const js = `
    import { instantiate } from ${JSON.stringify(await twin(parts))};
    export class TwinModule {}
    export class TwinInstance { constructor(_module, imports) { this.exports = instantiate(imports); } }`;
  const standIn = join(parts.folder, "twin.stand-in.js");
  writeFileSync(standIn, js);
  return {
    wasm: await bundle(parts, { contents: `import module from ${JSON.stringify(parts.wasm)};` }),
    js: await bundle(parts, {
      contents: "const module = new WebAssembly.Module();",
      define: { "WebAssembly.Module": "TwinModule", "WebAssembly.Instance": "TwinInstance" },
      inject: [standIn],
    }),
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

async function serve(scripts) {
  const html = (form) =>
    `<!doctype html><meta charset=utf-8><title>corpus</title><body><script src=/${form}/judge></script>`;
  const server = createServer((request, response) => {
    const [, form, isScript] = request.url.split("/");
    response.writeHead(200, { "content-type": `${isScript ? "text/javascript" : "text/html"}; charset=utf-8` });
    response.end(isScript ? scripts[form] : html(form));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function judgeAll(name, form, seeds) {
  const browser = await browsers[name]();
  const version = await browser.version();
  console.log(`\n${name} ${version.replace(/^.*\//, "")}, ${form}`);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/${form}`);
    const results = [];
    for (const each of pages) {
      results.push(
        await page.evaluate(
          async (text, seeds) => {
            const one = JSON.parse(text);
            const plain = await globalThis.judge(one);
            const mutated = [];
            for (let seed = 1; seed <= seeds; seed++) {
              const { right, falsely, fills, faults } = await globalThis.judge(one, seed);
              mutated.push({ seed, right, falsely, fills, faults });
            }
            return { ...plain, mutated };
          },
          // As text: WebDriver BiDi refuses objects without a prototype, and TOML's tables are such.
          JSON.stringify(each),
          seeds,
        ),
      );
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** The same views through the same code compiled for this machine: the sightings have to be equal to the byte. */
async function compareNatively(name, results) {
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.json`);
  writeFileSync(file, JSON.stringify(results.map(({ view, sighting, meantItems }, at) => ({ name: pages[at].name, pages: pages[at].pages, flow: pages[at].flow, phrase: pages[at].phrase, view, sighting, meantItems }))));
  try {
    await run("cargo", ["run", "--quiet", "-p", "farewell-core", "--features", "serde", "--example", "recognise", file], {
      cwd: root,
      next: "npm run corpus",
    });
    return 0;
  } catch {
    return 1;
  }
}
