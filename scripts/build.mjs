// `npm run build`: Rust and JavaScript in, `dist/` out (docs/architecture.md says what lies there). The same sources
// give the same bytes, on any machine: that is what the stores' reviewers check.
//   --only engine|panel|pages|before   builds that part anew and leaves the other as it was
//   --dev                 keeps names and line breaks for the debugger; no archives, no sizes
//   --accept-sizes        writes down the sizes of what is injected, for the next builds to be held against
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { at, dist, version } from "./lib/places.mjs";
import { Fail, isMain, main, say, step } from "./lib/shell.mjs";

export const browsers = ["chrome", "firefox"];
const crates = {
  engine: "farewell-engine",
  panel: "farewell-panel-entry",
  pages: "farewell-pages-entry",
  before: "farewell-before-entry",
};
// What the checklist loads when a file is wanted: large, and built with it.
const exporter = "farewell-export-entry";

/** The crates of others that are compiled into the package. */
export const shippedCrates = async () =>
  (await import("./lib/third-party.mjs")).compiledCrates([...Object.values(crates), exporter]);

export async function build({ only, dev = false, accept = false } = {}) {
  if (only && !crates[only])
    throw new Fail(`There is no part "${only}".`, `npm run build -- --only ${Object.keys(crates).join("|")}`);
  if (!existsSync(at("node_modules", "esbuild")))
    throw new Fail("The npm packages are missing.", "npm run setup");
  // Only now, because they need npm packages.
  const wasm = await import("./lib/wasm.mjs");
  const bundle = await import("./lib/bundle.mjs");

  const wanted = only ? [only] : Object.keys(crates);
  step(`Build ${wanted.join(" and ")}`);
  if (!only) rmSync(dist, { recursive: true, force: true });
  for (const browser of browsers) mkdirSync(join(dist, browser), { recursive: true });

  await wasm.compile(
    wanted.flatMap((part) => (part === "before" ? [crates.before, exporter] : [crates[part]])),
  );
  const engine = wanted.includes("engine") && (await wasm.bind(crates.engine, { dev }));
  const panel = wanted.includes("panel") && (await wasm.bind(crates.panel, { dev }));
  const pages = wanted.includes("pages") && (await wasm.bind(crates.pages, { dev }));
  const before = wanted.includes("before") && (await wasm.bind(crates.before, { dev }));
  const saving = before && (await wasm.bind(exporter, { dev }));
  const twin = engine && (await wasm.twin(engine, { dev }));

  for (const browser of browsers) {
    const put = (name, content) => writeFileSync(join(dist, browser, name), content);
    if (engine) {
      const module = readFileSync(engine.wasm);
      put("engine.wasm", module);
      put("engine.module.js", bundle.bytesScript(module, "engine.wasm"));
      put("engine.wasm.js", await bundle.wasmForm(engine, browser, { dev }));
    }
    if (engine && browser === "chrome") {
      put(
        "engine.data.js",
        bundle.bytesScript(twin.data, "The data section of engine.wasm as it lies in memory"),
      );
      put("engine.wasm2js.js", await bundle.jsForm(engine, twin, browser, { dev }));
    }
    if (panel) {
      put("popup.wasm", readFileSync(panel.wasm));
      put("popup.js", await bundle.panelScript(panel, browser, { dev }));
    }
    if (pages) {
      put("pages.wasm", readFileSync(pages.wasm));
      put("pages.js", await bundle.pagesScript(pages, browser, { dev }));
    }
    if (before) {
      put("before.wasm", readFileSync(before.wasm));
      put("export.wasm", readFileSync(saving.wasm));
      put("before.js", await bundle.beforeScript(before, saving, browser, { dev }));
    }
    put("background.js", await bundle.plainScript("background/main.js", browser, { dev }));
    for (const page of ["options.js", "welcome.js"])
      put(page, await bundle.plainScript(page, browser, { dev }));
    await still(browser, put);
  }
  if (dev) return;
  await thirdPartyNotices();
  await archives();
  const { weigh } = await import("./lib/weigh.mjs");
  step("What is injected");
  weigh({ accept });
}

/** What is not compiled: the manifest, pages, styles, icons, words. */
async function still(browser, put) {
  const { manifest } = await import("../extension/manifest.mjs");
  const { html } = await import("./lib/html.mjs");
  const { locales, messagesJson } = await import("./lib/locales.mjs");
  put("manifest.json", `${JSON.stringify(manifest(browser), null, 2)}\n`);
  for (const name of readdirSync(at("extension"))) {
    if (name.endsWith(".css")) put(name, readFileSync(at("extension", name)));
    if (name.endsWith(".html")) put(name, html(name));
  }
  mkdirSync(join(dist, browser, "icons"), { recursive: true });
  for (const name of readdirSync(at("extension", "icons")))
    if (name.endsWith(".png")) put(join("icons", name), readFileSync(at("extension", "icons", name)));
  const words = locales();
  put("languages.json", `${JSON.stringify(Object.keys(words))}\n`);
  for (const [language, messages] of Object.entries(words)) {
    mkdirSync(join(dist, browser, "_locales", language), { recursive: true });
    put(join("_locales", language, "messages.json"), messagesJson(messages));
  }
}

/** What the licences of others' work ask to be handed on with it. */
async function thirdPartyNotices() {
  const { notices } = await import("./lib/third-party.mjs");
  const text = notices(await shippedCrates());
  for (const browser of browsers) writeFileSync(join(dist, browser, "third-party-notices.txt"), text);
}

async function archives() {
  const { folderEntries, pack, sourceEntries } = await import("./lib/pack.mjs");
  step("Archives");
  const path = (name) => join(dist, `farewell-${version}-${name}.zip`);
  for (const browser of browsers) pack(path(browser), folderEntries(join(dist, browser)));
  const source = sourceEntries();
  if (source) pack(path("source"), source);
  else say("  note: this is not a git clone with committed files, so there is no source archive.");
  for (const name of readdirSync(dist).sort()) if (name.endsWith(".zip")) say(`  dist/${name}`);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        dev: { type: "boolean" },
        "accept-sizes": { type: "boolean" },
      },
    });
    const { "accept-sizes": accept, ...others } = values;
    await build({ ...others, accept });
  });
}
