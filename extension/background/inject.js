// Brings the engine into a guided tab, and nowhere else. Called at every "loading" and "complete" of such a tab: hash
// changes and restored pages fire those too, so it must be harmless to repeat. The loader keeps the engine that is there.
import { api, isFirefox } from "./api.js";
import { isAliExpress, originOf } from "./hosts.js";
import { files, formFor, probe, takeHeaders } from "./policy.js";
import { changeGuide, guideOf } from "./store.js";

/**
 * @returns {Promise<"ok" | "gone" | "foreign" | "permission" | "injection">}
 */
export async function inject(tabId) {
  let tab;
  try {
    tab = await api().tabs.get(tabId);
  } catch {
    return "gone";
  }
  if (!isAliExpress(tab.url)) return "foreign";
  if (!(await isAllowed(tab.url))) return "permission";
  try {
    if (isFirefox()) {
      await execute({ tabId }, { files: [files.wasm] });
    } else {
      const [{ result, documentId }] = await execute({ tabId }, { func: probe });
      // What follows must reach the document that this one asked about, not one that came in between.
      const form = formFor(result, takeHeaders(tabId, result));
      await execute({ tabId, documentIds: [documentId] }, { files: [files[form]] });
    }
    return "ok";
  } catch {
    return "injection";
  }
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
