// What is injected into the guided tab begins here: one engine a document, and a net for what it throws. Injected again
// (hash changes, restored pages, a new start), the engine that is there asks again whether a guide runs.
// "engine:glue" is what wasm-bindgen wrote; "engine:form" is the module, as WebAssembly or as JavaScript: the build
// (scripts/lib/bundle.mjs) puts either in, and nothing else differs.
import { initSync, start } from "engine:glue";
import { form, module } from "engine:form";
import { attempt, fail } from "./guard.js";

// A content script's globals are its own: the page sees none of this. But an element of the page may have that name, and
// can't be asked.
if (globalThis.__farewell?.ask) {
  globalThis.__farewell.ask();
} else {
  globalThis.__farewell = { form, ask: () => attempt(() => start(form)) };
  globalThis.__farewellFail = fail;
  attempt(() => initSync({ module: module() }));
  globalThis.__farewell?.ask();
}
