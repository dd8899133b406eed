// What an update or a reload of the extension leaves in a guided page. Chromium's old engine notices by itself; in
// Firefox its whole world is gone and only its overlay stays, dead, over the page. So the guided tabs are written down
// (their numbers only, and none of private windows); a background that wakes to fewer guides than were written down
// takes away what it finds in the others.
import { api } from "./api.js";
import { isAliExpress } from "./hosts.js";
import { guidedTabs } from "./store.js";

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

/** Where a guide was and is no more although nobody ended it, what the older engine left goes. */
export async function sweep() {
  const { [KEY]: numbers = [] } = await api().storage.local.get(KEY);
  const running = await guidedTabs();
  const left = numbers.filter((tabId) => !running.includes(tabId));
  if (left.length > 0) await api().storage.local.set({ [KEY]: running });
  for (const tabId of left) {
    const tab = await api()
      .tabs.get(tabId)
      .catch(() => null);
    if (!isAliExpress(tab?.url)) continue;
    await api()
      .scripting.executeScript({ target: { tabId }, func: takeAway })
      .catch(() => {});
  }
}

/** Runs in the page's isolated world: takes away an overlay of ours, which is known by its closed root. */
function takeAway() {
  const own = globalThis.browser ?? globalThis.chrome;
  for (const element of document.querySelectorAll("html > *, dialog > *")) {
    const root = element.openOrClosedShadowRoot ?? own.dom?.openOrClosedShadowRoot(element);
    if (root?.mode === "closed" && root.querySelector("[part=callout], [part=spotlight]")) element.remove();
  }
}
