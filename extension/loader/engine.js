// What is injected into the guided tab begins here: one engine a document, and a net for what it throws. Injected again
// (hash changes, restored pages, a new start), the engine that is there asks again whether a guide runs.
// "engine:glue" is what wasm-bindgen wrote; "engine:form" is the module, as WebAssembly or as JavaScript: the build
// (scripts/lib/bundle.mjs) puts either in, and nothing else differs.
import { initSync, start } from "engine:glue";
import { form, module } from "engine:form";
import { attempt, fail } from "./guard.js";

// A content script's globals are its own: the page sees none of this. The module is unpacked while the script that was
// injected has long returned, so whoever asks meanwhile is answered when it is there.
if (globalThis.__farewell) {
  globalThis.__farewell.ask();
} else {
  const ready = module().then((unpacked) => attempt(() => initSync({ module: unpacked })), fail);
  globalThis.__farewell = { form, ask: () => ready.then(() => attempt(() => start(form))) };
  globalThis.__farewellFail = fail;
  globalThis.__farewell.ask();
}
