// Farewell's own builds as candidates: brought into a page that is loaded whole, in the form that is asked for, and timed from
// outside by the same two moments as the peers, so that builds which tell of their time otherwise can stand side by side.

import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BEGINS } from "./carrier.mjs";

export const FORMS = ["wasm", "js"];

const GUIDE = {
  flow: "deactivate",
  reason: "privacy",
  email: "",
  ticked: ["data", "access", "orders", "disputes", "balance"],
};

/** Copies a build and has each of its injected scripts begin with noting when it did. */
export async function markedCopy(from, to) {
  await cp(from, to, { recursive: true });
  for (const name of await readdir(to)) {
    if (!/^engine\..*\.js$/.test(name)) continue;
    const path = join(to, name);
    await writeFile(path, BEGINS + (await readFile(path, "utf8")));
  }
}

/**
 * Runs in the engine's world before it comes: notes the animation frame in which the first spotlight is drawn, and lets the engine's
 * timer be held. To the background `form` looks as if the document had begun with it, and a document keeps its form.
 */
function lieInWait(form) {
  globalThis.__farewell = { form };
  const every = globalThis.setInterval;
  globalThis.setInterval = (work, ...rest) => every(() => globalThis.__bench.isHeld || work(), ...rest);
  const spotlight = () => {
    for (const element of document.documentElement.children) {
      const root = chrome.dom.openOrClosedShadowRoot(element);
      const found = root?.querySelector("[part=spotlight]");
      if (found) return found;
    }
    return undefined;
  };
  const look = () => {
    if (spotlight()?.getBoundingClientRect().width > 0) globalThis.__bench.first = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Starts a guide in a tab as the popup does, in one form. `call` runs a function in a page of that build's extension. */
export async function bringOwn(call, tabId, form) {
  const inject = (api, tabId, form) =>
    api.scripting.executeScript({ target: { tabId }, func: "LIE_IN_WAIT", args: [form] });
  await call(String(inject).replace('"LIE_IN_WAIT"', String(lieInWait)), tabId, form);
  await startGuide(call, tabId);
}

export async function startGuide(call, tabId) {
  const send = (api, tab, guide) => api.runtime.sendMessage({ type: "start", tab, guide });
  const reply = await call(send, tabId, GUIDE);
  if (!reply?.ok) throw new Error(`The guide did not start: ${JSON.stringify(reply)}`);
}

/** Holds the engine's one timer, or lets it go on: what it costs is told apart. */
export const holdTimer = (call, tabId, isHeld) =>
  call(
    (api, tabId, isHeld) =>
      api.scripting.executeScript({
        target: { tabId },
        args: [isHeld],
        func: (isHeld) => void (globalThis.__bench.isHeld = isHeld),
      }),
    tabId,
    isHeld,
  );

/** What the engine in a tab says of itself. */
export const statusOf = (call, tabId) =>
  call((api, tab) => api.tabs.sendMessage(tab, { type: "status" }), tabId);

export const stopGuide = (call, tabId) =>
  call((api, tab) => api.runtime.sendMessage({ type: "stop", tab }), tabId);
