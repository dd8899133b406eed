// Brings the engine into a guided tab, and nowhere else. Called at every "loading" and "complete" of such a tab, and hash
// changes and restored pages fire those too: so the engine that is there is asked first, and the files are injected, which means
// parsed, only where there is none.
import { api, isFirefox } from "./api.js";
import { isAliExpress, originOf } from "./hosts.js";
import { files, formFor, probe, takeHeaders } from "./policy.js";
import { changeGuide, guideOf } from "./store.js";

// The last injection of each tab: the next one waits for it, or both would find no engine and bring one.
const turns = new Map();

/**
 * @returns {Promise<"ok" | "gone" | "foreign" | "permission" | "injection">}
 */
export async function inject(tabId) {
  const before = turns.get(tabId) ?? Promise.resolve();
  const turn = before.catch(() => {}).then(() => injectNow(tabId));
  turns.set(tabId, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(tabId) === turn) turns.delete(tabId);
  }
}

async function injectNow(tabId) {
  let tab;
  try {
    tab = await api().tabs.get(tabId);
  } catch {
    return "gone";
  }
  if (!isAliExpress(tab.url)) return "foreign";
  if (!(await isAllowed(tab.url))) return "permission";
  try {
    const [{ result: isThere }] = await execute({ tabId }, { func: askEngine });
    if (!isThere) await bring(tabId);
    return "ok";
  } catch {
    return "injection";
  }
}

/** Runs in the page's isolated world: whether an engine is there. If so, it asks anew whether a guide runs. */
function askEngine() {
  const engine = globalThis.__farewell;
  // An element of the page may have that name, and can't be asked.
  const isThere = typeof engine?.ask === "function";
  if (isThere) engine.ask();
  return isThere;
}

async function bring(tabId) {
  if (isFirefox()) return injectFiles({ tabId }, files.wasm);
  const [{ result, documentId }] = await execute({ tabId }, { func: probe });
  // What follows must reach the document that this one asked about, not one that came in between.
  const form = formFor(result, takeHeaders(tabId, result));
  return injectFiles({ tabId, documentIds: [documentId] }, files[form]);
}

async function injectFiles(target, names) {
  // The guide may have ended while the page was asked.
  if (await guideOf(target.tabId)) await execute(target, { files: names });
}

const execute = (target, what) => api().scripting.executeScript({ target, injectImmediately: true, ...what });

/** Whether the user lets us onto this address. They may take a host back at any time, midway too. */
export const isAllowed = (address) => api().permissions.contains({ origins: [originOf(address)] });

/** Injects into a tab if a guide runs there. What stands in the way is kept with the guide for the popup to say. */
export async function follow(tabId) {
  const guide = await guideOf(tabId);
  if (!guide || guide.failed) return;
  const result = await inject(tabId);
  // A page that went away meanwhile, or the browser's own error page: the next one will do.
  const trouble = result === "permission" ? "permission" : null;
  if ((guide.trouble ?? null) !== trouble) await changeGuide(tabId, (before) => ({ ...before, trouble }));
}
