// Puts scripts together with esbuild: the two forms of the engine (loader + glue + the module's bytes in one file),
// the background, and the popup. Everything is one plain script a file: no module loading at run time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { deflated, inflater } from "./inline.mjs";
import { at } from "./places.mjs";
import { Fail } from "./shell.mjs";

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

function text(result, strings = new Map()) {
  let code = result.outputFiles[0].text.trimEnd();
  for (const [mark, literal] of strings) {
    const pieces = code.split(mark);
    if (pieces.length !== 2)
      throw new Fail(`A data string is ${pieces.length - 1} times in a bundle, not once.`);
    code = pieces.join(literal);
  }
  return `${code}\n`;
}

// The glue makes `new WebAssembly.Instance(module, imports)` and keeps its exports. Both forms put a stand-in there:
// it guards every way into the engine (extension/loader/guard.js), and in the js form it is the engine.
async function engineScript(folder, glue, source, form, browser, dev, strings) {
  const standIn = join(folder, `${form}.stand-in.js`);
  writeFileSync(
    standIn,
    `import { guard } from ${JSON.stringify(at("extension", "loader", "guard.js"))};
     ${source}
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
  return text(result, strings);
}

/** The engine with real WebAssembly in it. */
export function wasmForm({ glue, folder, wasm }, browser, { dev }) {
  const mark = '"@module@"';
  const source = `
    const inflate = ${inflater};
    // The real one, under a name that the build does not replace.
    const { Instance } = WebAssembly;
    export const module = async () => new WebAssembly.Module(await inflate(${mark}));
    const enter = (module, imports) => new Instance(module, imports).exports;`;
  const literal = deflated(readFileSync(wasm));
  return engineScript(folder, glue, source, "wasm", browser, dev, new Map([[mark, literal]]));
}

/** The engine as plain JavaScript, under the same glue. */
export function jsForm({ glue, folder }, { file, strings }, browser, { dev }) {
  const source = `
    import { instantiate } from ${JSON.stringify(file)};
    export class FarewellModule {}
    export const module = async () => new FarewellModule();
    const enter = (_module, imports) => instantiate(imports);`;
  return engineScript(folder, glue, source, "js", browser, dev, strings);
}

/** The popup's script; its module lies beside it as `popup.wasm`. */
export async function panelScript({ glue }, browser, { dev }) {
  const result = await build({
    ...options(browser, dev),
    entryPoints: [at("extension", "popup.js")],
    plugins: [
      given({
        "panel:glue": `export * from ${JSON.stringify(glue)}; export { default } from ${JSON.stringify(glue)};`,
      }),
    ],
  });
  return text(result);
}

export async function backgroundScript(browser, { dev }) {
  const entryPoints = [at("extension", "background", "index.js")];
  return text(await build({ ...options(browser, dev), entryPoints }));
}
