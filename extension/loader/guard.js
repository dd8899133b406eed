// The net under the engine: whatever goes wrong in it (a panic is a trap that Rust itself can't catch) ends here, the
// overlay is taken away and the background is told. Nothing is ever thrown into the page, and an engine that failed
// never runs again: every way into it passes `guard`. A new start of the guide is a new engine.
import { takeAway } from "./remnants.js";

// An element of the page can be named `browser`; it is then found under that name, but not as the global object's own.
const api = Object.hasOwn(globalThis, "browser") ? globalThis.browser : globalThis.chrome;
let failed = false;

/** The exports of the module, with every way in that the page's events can take guarded. */
export function guard(exports) {
  const guarded = {};
  for (const [name, value] of Object.entries(exports)) {
    // Names with two underscores are the module's own plumbing: memory, the heap. They run inside the others.
    const open = typeof value !== "function" || name.startsWith("__");
    guarded[name] = open ? value : (...args) => attempt(() => value(...args));
  }
  return guarded;
}

export function attempt(work) {
  if (failed) return undefined;
  try {
    return work();
  } catch (error) {
    return fail(error);
  }
}

/** Takes everything away and tells the background. After an update of the extension there is no one left to tell. */
function fail(error) {
  if (failed) return;
  failed = true;
  delete globalThis.__farewell;
  try {
    takeAway();
    const where = `${error?.name ?? "Error"}: ${error?.message ?? error}`.slice(0, 200);
    if (api.runtime?.id) api.runtime.sendMessage({ type: "failed", where })?.catch(() => {});
  } catch {
    // The extension went away meanwhile.
  }
}
