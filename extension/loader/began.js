// When the injected script began, and the bytes that came with it: the module in the wasm form, what memory begins with in the
// js form. Either form is two files in one injection. The first holds the bytes as base64 (`bytesScript` in
// scripts/lib/bundle.mjs) and hands them over in a global; this one takes them.
import { decode } from "./bytes.js";

let handed = globalThis.__farewellBytes;
delete globalThis.__farewellBytes;

/** When the first statement of the injection ran, in milliseconds on the page's clock. */
export const { began } = handed;

/** The bytes, once. Nothing holds their text afterwards, so the browser lets go of it and of the script it stood in. */
export function takeBytes() {
  const bytes = decode(handed.base64);
  handed = undefined;
  return bytes;
}
