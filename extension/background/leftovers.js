// What a reload or an update of the extension, or switching it off and on, leaves in a guided page: the overlay of an
// engine that has lost its way home, while the guide itself is gone with the session's storage. In Firefox that engine is
// dead; in Chromium it lives on, and ends by itself once it is awake and finds the extension gone (src/content/src/watch.js).
// So the guided tabs are written down (their numbers only, and none of private windows); a background that wakes to fewer
// guides than were written down clears the pages of the others, and remembers for the popup that a guide was cut short.
import { takeAway } from "../loader/remnants.js";
import { api } from "./api.js";
import { isAliExpress } from "./hosts.js";
import { guidedTabs, markCut } from "./store.js";

const KEY = "guided";

/** Writes down in which tabs a guide runs. A guide does not depend on it: a failure is passed over. */
export async function note() {
  try {
    const tabs = await Promise.all((await guidedTabs()).map((id) => api().tabs.get(id)));
    const numbers = tabs.filter((tab) => !tab.incognito).map((tab) => tab.id);
    await api().storage.local.set({ [KEY]: numbers });
  } catch (error) {
    console.warn("Farewell:", error);
  }
}

/** Forgets what was written down: with the browser, its tabs and their numbers are gone. */
export const forget = () => api().storage.local.remove(KEY);

/** Where a guide was and is no more although nobody ended it, the page is cleared. */
export async function sweep() {
  const { [KEY]: numbers = [] } = await api().storage.local.get(KEY);
  const running = await guidedTabs();
  const left = numbers.filter((tabId) => !running.includes(tabId));
  if (left.length > 0) await api().storage.local.set({ [KEY]: running });
  for (const tabId of left) {
    await markCut(tabId);
    await clear(tabId);
  }
}

async function clear(tabId) {
  try {
    const { url } = await api().tabs.get(tabId);
    if (isAliExpress(url)) await api().scripting.executeScript({ target: { tabId }, func: takeAway });
  } catch {
    // The tab or its page is gone, and the overlay with it.
  }
}
