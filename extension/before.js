// The checklist begins here. What writes and reads files is a module of its own, as large as the rest together, and is
// loaded when the first file is wanted; everything else is Rust (src/before).
import init, { start } from "before:glue";
import initExporter, * as exporter from "export:glue";
import { begin } from "./begin.js";

async function loadExporter() {
  await initExporter({ module_or_path: "export.wasm" });
  return exporter;
}

begin(init({ module_or_path: "before.wasm" }), () => start(loadExporter), "before_failed");
