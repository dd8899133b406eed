// An extension that carries the peers into a page just as Farewell's engine comes into it: as one content script, by
// scripting.executeScript, into a world of its own. Made anew for each run, from bench/peers/.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));
const module = (path) => readFile(join(PEERS, "node_modules", path), "utf8");
const act = (name) => readFile(join(PEERS, "acts", `${name}.js`), "utf8");

/** The first statement of each injected script, of the peers' and of ours alike: when it began. */
export const BEGINS = "globalThis.__bench ??= { began: performance.now() };\n";

/** Each peer: what its script is made of, in order, and its style sheet. What shows nothing has no time to its first mark. */
export const PEER = {
  "no-op content script": { parts: () => [act("noop")] },
  "floor pass": { parts: () => [act("floor")] },
  autoconsent: {
    parts: () => [
      module("@duckduckgo/autoconsent/rules/rules.json").then((rules) => `globalThis.PeerRules=${rules};`),
      act("autoconsent"),
      module("@duckduckgo/autoconsent/dist/autoconsent.playwright.js"),
    ],
    showsNothing: true,
  },
  "driver.js": {
    parts: () => [module("driver.js/dist/driver.js.iife.js"), act("driver")],
    css: () => module("driver.js/dist/driver.css"),
  },
  "AdGuard ExtendedCss": {
    parts: () => [module("@adguard/extended-css/dist/extended-css.min.js"), act("extended-css")],
  },
  Fathom: { parts: () => [bundled("fathom-web", "PeerFathom"), act("fathom")] },
  "shepherd.js": {
    parts: () => [bundled("shepherd.js", "PeerShepherd"), act("shepherd")],
    css: () => module("shepherd.js/dist/css/shepherd.css"),
  },
  "intro.js": {
    parts: () => [bundled("intro.js", "introJs"), act("intro")],
    css: () => module("intro.js/minified/introjs.min.css"),
  },
};

/** The script and the style sheet of a peer in the carrier. */
const filesOf = (name) => {
  const place = Object.keys(PEER).indexOf(name);
  return { script: `${place}.js`, css: PEER[name].css && `${place}.css` };
};

/** A package as one script that sets a global to what it exports, its default if it has one. */
async function bundled(entry, globalName) {
  const contents = `import * as all from ${JSON.stringify(entry)}; globalThis.${globalName} = all.default ?? all;`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PEERS },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

/** Writes the extension into a folder. */
export async function makeCarrier(folder) {
  const put = (name, text) => writeFile(join(folder, name), text);
  await mkdir(folder, { recursive: true });
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
  for (const [name, { parts, css }] of Object.entries(PEER)) {
    const files = filesOf(name);
    const all = await Promise.all([act("shows"), ...parts()]);
    await put(files.script, BEGINS + all.join("\n;\n"));
    if (css) await put(files.css, await css());
  }
}

/** Brings a peer into a tab; `call` runs a function in a page of the carrier's. */
export function bringPeer(call, tabId, name) {
  const inject = async (api, tabId, { script, css }) => {
    const target = { tabId };
    if (css) await api.scripting.insertCSS({ target, files: [css] });
    await api.scripting.executeScript({ target, files: [script], injectImmediately: true });
  };
  return call(inject, tabId, filesOf(name));
}
