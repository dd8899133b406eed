// The popup begins here; everything after that is Rust (src/panel).
import init, { start } from "panel:glue";
import { begin } from "./begin.js";

begin(init({ module_or_path: "popup.wasm" }), start);
