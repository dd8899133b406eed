// Puts scripts together with esbuild: the two forms of the engine, the background, and the popup. Everything is one plain
// script a file: no module loading at run time.
import { build } from "esbuild";
import { oldest } from "../../extension/manifest.mjs";
import { at } from "./places.mjs";

const options = (browser, dev) => ({
  bundle: true,
  write: false,
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  minify: !dev,
  target: `${browser}${oldest[browser]}`,
  logLevel: "warning",
  // The glue's own way to fetch the module; never reached, since the loaders hand it over.
  logOverride: { "empty-import-meta": "silent" },
});

/** A plugin that answers imports of `name` with the source that we give. */
const given = (sources) => ({
  name: "given",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(engine|panel|pages|before|export):/ }, ({ path }) => ({
      path,
      namespace: "given",
    }));
    onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({
      contents: sources[path],
      resolveDir: at(),
    }));
  },
});

const text = (result) => `${result.outputFiles[0].text.trimEnd()}\n`;

/**
 * The first file of either form: bytes as base64, which the second file takes (extension/loader/began.js). Apart, so that the
 * browser can let go of this text once it is decoded; no file to fetch, because a page could probe for the extension by one
 * that it is allowed to fetch. `what` is told in a comment. `void 0` is the script's result: what an injection results in is sent
 * back to the background.
 */
export const bytesScript = (bytes, what) => `// ${what}, as base64.
globalThis.__farewellBytes = { began: performance.now(), base64: "${bytes.toString("base64")}" };
void 0;
`;

/** The second file of the wasm form: the loader and the glue. */
export const wasmForm = ({ glue }, browser, { dev }) => engineScript(glue, "wasm", {}, browser, dev);

/** The second file of the js form: the loader, the glue and the twin. */
export const jsForm = ({ glue }, { file }, browser, { dev }) =>
  engineScript(glue, "js", { "engine:twin": `export * from ${JSON.stringify(file)};` }, browser, {
    dev,
    says: "The functions of engine.wasm as JavaScript, written by wasm2js of Binaryen (docs/reviewers.md tells how).",
  });

// The glue makes `new WebAssembly.Instance(module, imports)` and keeps its exports. extension/loader/wasm.js and js.js have
// what stands there instead.
async function engineScript(glue, form, more, browser, { dev, says }) {
  const standIn = at("extension", "loader", `${form}.js`);
  const result = await build({
    ...options(browser, dev),
    banner: says ? { js: `// ${says}` } : {},
    entryPoints: [at("extension", "loader", "engine.js")],
    plugins: [
      given({
        "engine:glue": `export * from ${JSON.stringify(glue)};`,
        "engine:form": `export * from ${JSON.stringify(standIn)};`,
        ...more,
      }),
    ],
    define: {
      "WebAssembly.Instance": "FarewellInstance",
      ...(form === "js" ? { "WebAssembly.Module": "FarewellModule" } : {}),
    },
    inject: [standIn],
  });
  return text(result);
}

/** The popup's script; its module lies beside it as `popup.wasm`. */
export const panelScript = ({ glue }, browser, { dev }) =>
  pageScript("popup.js", { "panel:glue": glue }, browser, dev);

/** The script of the letter's page and of the page for afterwards; their module lies beside it as `pages.wasm`. */
export const pagesScript = ({ glue }, browser, { dev }) =>
  pageScript("pages.js", { "pages:glue": glue }, browser, dev);

/** The checklist's script; its modules lie beside it as `before.wasm` and `export.wasm`. */
export const beforeScript = (before, saving, browser, { dev }) =>
  pageScript("before.js", { "before:glue": before.glue, "export:glue": saving.glue }, browser, dev);

async function pageScript(path, glues, browser, dev) {
  const source = (glue) =>
    `export * from ${JSON.stringify(glue)}; export { default } from ${JSON.stringify(glue)};`;
  const sources = Object.fromEntries(Object.entries(glues).map(([name, glue]) => [name, source(glue)]));
  const entryPoints = [at("extension", path)];
  return text(await build({ ...options(browser, dev), entryPoints, plugins: [given(sources)] }));
}

/** A script of the extension's own that needs nothing compiled: `path` within extension/. */
export async function plainScript(path, browser, { dev }) {
  const entryPoints = [at("extension", path)];
  return text(await build({ ...options(browser, dev), entryPoints }));
}
