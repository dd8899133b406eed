// What is injected into the guided tab begins here: start the engine once in this document, and catch what it throws.
// "engine:glue" is what wasm-bindgen wrote; "engine:form" is the module, as WebAssembly or as JavaScript: the build
// (scripts/lib/bundle.mjs) puts either in, and nothing else differs.
import { initSync, start } from "engine:glue";
import { form, module } from "engine:form";
import { attempt, endOnStop, fail } from "./guard.js";

// A content script's globals are its own: the page sees none of this.
if (!globalThis.__farewell) {
  globalThis.__farewell = { form };
  globalThis.__farewellFail = fail;
  attempt(() => {
    initSync({ module: module() });
    start(form);
    endOnStop();
  });
}
