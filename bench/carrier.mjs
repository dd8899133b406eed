// An extension that carries the peers into a page just as Farewell's engine comes into it: as content scripts, by
// scripting.executeScript, into a world of their own. Made anew for each run, from bench/peers/.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { gzipSync } from "fflate";

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));
const module = (path) => join(PEERS, "node_modules", path);

/** What each candidate brings into the page, in order, and what of it counts as weight. */
export const CANDIDATES = {
  "no-op content script": { act: "noop" },
  "floor pass": { act: "floor" },
  autoconsent: {
    before: true,
    act: "autoconsent",
    files: ["autoconsent-rules.js", "autoconsent.js"],
    weighs: ["autoconsent.js"],
  },
  "driver.js": { act: "driver", files: ["driver.js"], css: ["driver.css"] },
  "AdGuard ExtendedCss": { act: "extended-css", files: ["extended-css.js"] },
  Fathom: { act: "fathom", files: ["fathom.js"] },
  "shepherd.js": { act: "shepherd", files: ["shepherd.js"], css: ["shepherd.css"] },
  "intro.js": { act: "intro", files: ["intro.js"], css: ["intro.css"] },
};

async function bundled(entry, globalName) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from ${JSON.stringify(entry)}; export { default } from ${JSON.stringify(entry)};`,
      resolveDir: PEERS,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: `var_${globalName}`,
    logLevel: "silent",
  }).catch(() =>
    build({
      stdin: { contents: `export * from ${JSON.stringify(entry)};`, resolveDir: PEERS },
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      globalName: `var_${globalName}`,
    }),
  );
  return `${outputFiles[0].text};globalThis.${globalName}=var_${globalName}.default??var_${globalName};`;
}

async function fill(folder) {
  const put = (name, text) => writeFile(join(folder, name), text);
  const copy = (from, to) => cp(module(from), join(folder, to));
  await mkdir(folder, { recursive: true });
  await cp(join(PEERS, "acts"), join(folder, "acts"), { recursive: true });
  await copy("driver.js/dist/driver.js.iife.js", "driver.js");
  await copy("driver.js/dist/driver.css", "driver.css");
  await copy("shepherd.js/dist/css/shepherd.css", "shepherd.css");
  await put("shepherd.js", await bundled("shepherd.js", "PeerShepherd"));
  await put("intro.js", `${await bundled("intro.js", "introJs")}`);
  await copy("intro.js/minified/introjs.min.css", "intro.css");
  await copy("@adguard/extended-css/dist/extended-css.min.js", "extended-css.js");
  await put("fathom.js", await bundled("fathom-web", "PeerFathom"));
  await copy("@duckduckgo/autoconsent/dist/autoconsent.playwright.js", "autoconsent.js");
  const rules = await readFile(module("@duckduckgo/autoconsent/rules/rules.json"), "utf8");
  await put("autoconsent-rules.js", `globalThis.PeerRules=${rules};`);
  await put(
    "manifest.json",
    JSON.stringify({
      manifest_version: 3,
      name: "Carrier of peers",
      version: "1.0",
      permissions: ["scripting"],
      host_permissions: ["https://*.aliexpress.com/*"],
    }),
  );
}

/** Bytes of a candidate after gzip: code and styles. */
async function weigh(folder, { files = [], css = [], weighs = files, act }) {
  const names = weighs.length + css.length ? [...weighs, ...css] : [`acts/${act}.js`];
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(folder, name)), { level: 9, mtime: 0 }).length),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}

export async function makeCarrier() {
  const folder = await mkdtemp(join(tmpdir(), "farewell-bench-"));
  await fill(folder);
  const weights = {};
  for (const [name, candidate] of Object.entries(CANDIDATES)) weights[name] = await weigh(folder, candidate);
  return { folder, weights, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The files to inject, in order: the mark, what must stand before, the peer, the act. */
export function filesOf({ before, act, files = [] }) {
  const doing = `acts/${act}.js`;
  return before ? ["acts/mark.js", doing, ...files] : ["acts/mark.js", ...files, doing];
}
