// What is injected into the guided tab: one engine a document, and a net for what it throws. Injected again, which can
// happen where the background was stopped in between, the engine that is there asks again whether a guide runs.
// "engine:glue" is what wasm-bindgen wrote; "engine:form" is wasm.js or js.js: the build (scripts/lib/bundle.mjs) puts either
// in, and nothing else differs.
import { began } from "./began.js";
import { initSync, start } from "engine:glue";
import { form, module } from "engine:form";
import { attempt } from "./guard.js";

// A content script's globals are its own: the page sees none of this. But an element of the page may have that name, and
// can't be asked.
if (typeof globalThis.__farewell?.ask === "function") {
  globalThis.__farewell.ask();
} else {
  globalThis.__farewell = { form, ask: () => attempt(() => start(form, began)) };
  attempt(() => initSync({ module: module() }));
  globalThis.__farewell?.ask();
}
