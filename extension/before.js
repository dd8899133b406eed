// The checklist begins here. What writes and reads files is a module of its own, as large as the rest together, and is
// loaded when the first file is wanted; everything else is Rust (src/before).
import init, { start } from "before:glue";
import initExporter, * as exporter from "export:glue";

const api = globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome;

async function loadExporter() {
  await initExporter({ module_or_path: "export.wasm" });
  return exporter;
}

init({ module_or_path: "before.wasm" })
  .then(() => start(loadExporter))
  .catch((error) => {
    console.error(error);
    const words = document.getElementById("failed");
    words.textContent = api.i18n.getMessage("before_failed");
    words.hidden = false;
  });
