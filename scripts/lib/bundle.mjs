// Puts scripts together with esbuild: the two forms of the engine (loader + glue + the module's bytes in one file),
// the background, and the popup. Everything is one plain script a file: no module loading at run time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { at } from "./places.mjs";
import { packed } from "./squeeze.mjs";

const targets = { chrome: "chrome120", firefox: "firefox128" };

const options = (browser, dev) => ({
  bundle: true,
  write: false,
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  minify: !dev,
  target: targets[browser],
  logLevel: "warning",
  // The glue's own way to fetch the module; never reached, since the loaders hand it over.
  logOverride: { "empty-import-meta": "silent" },
});

/** A plugin that answers imports of `name` with the source that we give. */
const given = (sources) => ({
  name: "given",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(engine|panel):/ }, ({ path }) => ({ path, namespace: "given" }));
    onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({
      contents: sources[path],
      resolveDir: at(),
    }));
  },
});

const text = (result) => `${result.outputFiles[0].text.trimEnd()}\n`;

// The glue makes `new WebAssembly.Instance(module, imports)` and keeps its exports. Both forms put a stand-in there:
// it guards every way into the engine (extension/loader/guard.js), and in the js form it is the engine.
async function engineScript(folder, glue, source, form, browser, dev) {
  const standIn = join(folder, `${form}.stand-in.js`);
  writeFileSync(
    standIn,
    `${source}
     import { guard } from ${JSON.stringify(at("extension", "loader", "guard.js"))};
     export class FarewellInstance { constructor(module, imports) { this.exports = guard(enter(module, imports)); } }`,
  );
  const js = form === "js";
  const result = await build({
    ...options(browser, dev),
    entryPoints: [at("extension", "loader", "engine.js")],
    plugins: [
      given({
        "engine:glue": `export * from ${JSON.stringify(glue)};`,
        "engine:form": `export { module } from ${JSON.stringify(standIn)}; export const form = "${form}";`,
      }),
    ],
    define: {
      "WebAssembly.Instance": "FarewellInstance",
      ...(js ? { "WebAssembly.Module": "FarewellModule" } : {}),
    },
    inject: [standIn],
  });
  return text(result);
}

/** The engine with real WebAssembly in it. */
export function wasmForm({ glue, folder, wasm }, browser, { dev }) {
  const bytes = readFileSync(wasm);
  const source = `
    ${packed(bytes, join(folder, "wasm.packed.js"))}
    // The real one, under a name that the build does not replace.
    const { Instance } = WebAssembly;
    export const module = () => new WebAssembly.Module(unpack(packed, ${bytes.length}, new Uint8Array(${bytes.length})));
    const enter = (module, imports) => new Instance(module, imports).exports;`;
  return engineScript(folder, glue, source, "wasm", browser, dev);
}

/** The engine as plain JavaScript, under the same glue. */
export function jsForm({ glue, folder }, file, browser, { dev }) {
  const source = `
    import { instantiate } from ${JSON.stringify(file)};
    export class FarewellModule {}
    export const module = () => new FarewellModule();
    const enter = (_module, imports) => instantiate(imports);`;
  return engineScript(folder, glue, source, "js", browser, dev);
}

/** The popup's script; its module lies beside it as `popup.wasm`. */
export async function panelScript({ glue }, browser, { dev }) {
  const from = JSON.stringify(glue);
  const result = await build({
    ...options(browser, dev),
    entryPoints: [at("extension", "popup.js")],
    plugins: [given({ "panel:glue": `export * from ${from}; export { default } from ${from};` })],
  });
  return text(result);
}

/** A script of the extension's own that needs nothing compiled: `path` within extension/. */
export async function plainScript(path, browser, { dev }) {
  const entryPoints = [at("extension", path)];
  return text(await build({ ...options(browser, dev), entryPoints }));
}
