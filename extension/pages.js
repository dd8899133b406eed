// The letter's page and the page for afterwards begin here. Both share one module; everything after that is Rust (src/pages).
import init, { after, letter } from "pages:glue";
import { begin } from "./begin.js";

begin(init({ module_or_path: "pages.wasm" }), { after, letter }[document.documentElement.dataset.page]);
