// When the injected script began, and the module that came with it. The wasm form is two files in one injection: the first
// holds the module as base64 (`moduleScript` in scripts/lib/bundle.mjs) and hands it over in a global, this one takes it.
// The js form is one file, which begins here.
import { decode } from "./bytes.js";

const now = performance.now();
let handed = globalThis.__farewellModule;
delete globalThis.__farewellModule;

/** When the first statement of the injection ran, in milliseconds on the page's clock. */
export const began = handed?.began ?? now;

/** The module's bytes, once. Nothing holds their text afterwards, so the browser lets go of it and of the script it stood in. */
export function takeModule() {
  const bytes = decode(handed.base64);
  handed = undefined;
  return bytes;
}
