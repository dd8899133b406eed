// A guide lives in one tab. A step that opens a new tab takes the guide along, and closing that tab brings it back.
// A tab on a foreign host (a sign-in window of Google, Apple …) never gets it.
import { api, isFirefox } from "./api.js";
import { clearStep } from "./badge.js";
import { dropCollected, moveCollected } from "./collected.js";
import { isAliExpress } from "./hosts.js";
import { follow } from "./inject.js";
import { cutShort, note } from "./leftovers.js";
import { dropHeaders, isOwnWish } from "./policy.js";
import { dropGuide, dropOpener, guideOf, moveGuide, openerOf, putOpener } from "./store.js";

// Chromium names an opener for tabs that the person opens alone, too. Those begin on the browser's own page, or no page
// asks for their first address: that shows when they come to it.
export async function tabCreated({ id, openerTabId, pendingUrl, url }) {
  if (id === undefined || openerTabId === undefined) return;
  const beginsAt = pendingUrl || url;
  if (!isFirefox() && beginsAt && !isAliExpress(beginsAt)) return;
  if (await guideOf(openerTabId)) await putOpener(id, openerTabId);
}

export async function tabUpdated(tabId, { status }, tab) {
  if (status !== "loading" && status !== "complete") return;
  if (!isAliExpress(tab?.url)) return;
  const opener = await openerOf(tabId);
  if (opener !== null) {
    const moved =
      !isOwnWish(tabId) && (await moveGuide(opener, tabId, (guide) => ({ ...guide, returnTo: opener })));
    if (moved) {
      await moveCollected(opener, tabId);
      await tell(opener, { type: "stop" });
      await clearStep(opener);
      await note();
    } else await dropOpener(tabId);
  }
  await follow(tabId);
}

/** @type {(tabId: number, about?: { isWindowClosing?: boolean }) => Promise<void>} */
export async function tabRemoved(tabId, { isWindowClosing } = {}) {
  dropHeaders(tabId);
  await dropOpener(tabId);
  const guide = await guideOf(tabId);
  if (!guide) return dropCollected(tabId);
  const back = guide.returnTo ?? null;
  if (back !== null && !guide.failed && (await exists(back))) {
    await moveGuide(tabId, back, (moved) => ({ ...moved, returnTo: null }));
    await moveCollected(tabId, back);
    await follow(back);
    await note();
    return;
  }
  await dropGuide(tabId);
  await dropCollected(tabId);
  await (isWindowClosing ? cutShort(tabId) : note());
}

/** The browser gives a tab that it discarded or preloaded another number: what belongs to the tab goes along. */
export async function tabReplaced(tabId, former) {
  dropHeaders(former);
  await dropOpener(former);
  await moveCollected(former, tabId);
  const sameGuide = (guide) => guide;
  if (!(await moveGuide(former, tabId, sameGuide))) return;
  await note();
  await follow(tabId);
}

/** Sends a message to the tab's engine; there may be none. */
export async function tell(tabId, message) {
  try {
    await api().tabs.sendMessage(tabId, message);
  } catch {
    // No engine listens there: nothing to take away.
  }
}

/**
 * Opens a page of our own beside a tab. Chromium loads none in a private window: there it opens in a normal one, and the popup
 * says so.
 */
export async function openOwn({ incognito, windowId }, path) {
  const { runtime, tabs, windows } = api();
  const url = runtime.getURL(path);
  if (!incognito) await tabs.create({ url });
  else if (isFirefox()) await tabs.create({ url, windowId });
  else await windows.create({ url, incognito: false });
}

async function exists(tabId) {
  try {
    await api().tabs.get(tabId);
    return true;
  } catch {
    return false;
  }
}
