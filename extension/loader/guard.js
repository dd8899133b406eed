// The net under the engine: whatever goes wrong in it (a panic is a trap that Rust itself can't catch) ends here, the
// overlay is taken away and the background is told. Nothing is ever thrown into the page, and an engine that failed or
// was stopped never runs again in this document: every way into it passes `guard`. A new start is a new engine.

const api = globalThis.browser ?? globalThis.chrome;
let over = false;

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
  if (over) return undefined;
  try {
    return work();
  } catch (error) {
    return fail(error);
  }
}

/** Takes everything away and tells the background. After an update of the extension there is no one left to tell. */
export function fail(error) {
  if (over) return;
  end();
  try {
    const where = `${error?.name ?? "Error"}: ${error?.message ?? error}`.slice(0, 200);
    if (api.runtime?.id) api.runtime.sendMessage({ type: "failed", where })?.catch(() => {});
  } catch {
    // The extension went away between the two lines.
  }
}

/** Takes everything of ours off the page and lets a later start begin anew. */
function end() {
  over = true;
  delete globalThis.__farewell;
  for (const element of document.querySelectorAll("html > *, dialog > *")) {
    const root = element.openOrClosedShadowRoot ?? api.dom?.openOrClosedShadowRoot(element);
    if (root?.mode === "closed" && root.querySelector("[part=callout], [part=spotlight]")) element.remove();
  }
}

/** The background's "stop" is the end of this engine. The engine hears it too and goes first, by itself. */
export function endOnStop() {
  api.runtime.onMessage.addListener(function listener(message) {
    if (message?.type !== "stop") return;
    api.runtime.onMessage.removeListener(listener);
    setTimeout(end);
  });
}
