// A guide that neither the person nor the site has ended. The browser closes, the extension is reloaded, updated or
// switched off and on: the guide is gone with the session's storage, and two things are left to do.
//   The person is told which way they were on. So while a guide runs, its way and its tab's number are written down (none
//   of private windows); a background that wakes to fewer guides than were written down takes the note away and
//   remembers in memory, for the popup, the way that was cut short.
//   A page that is still open is cleared of the overlay of an engine that has lost its way home. In Firefox that engine
//   is dead; in Chromium it lives on, and ends by itself when its timer finds the extension gone
//   (src/content/src/engine/heartbeat.rs).
import { takeAway } from "../loader/remnants.js";
import { api } from "./api.js";
import { isAliExpress } from "./hosts.js";
import { markCut, running } from "./store.js";

/** Where it is written down, in `storage.local`: [{tab, flow}]. */
export const KEY = "guided";

let browserBegan = false;

/** The browser has just been started: its tabs are new ones, whatever their numbers. */
export function beginAnew() {
  browserBegan = true;
}

/** Writes down which guides run. A guide does not depend on it: a failure is passed over. */
export async function note() {
  try {
    const guides = await running();
    const tabs = await Promise.all(guides.map(({ tab }) => api().tabs.get(tab)));
    await write(guides.filter((_, n) => !tabs[n].incognito));
  } catch (error) {
    console.warn("Farewell:", error);
  }
}

const write = (guides) =>
  guides.length > 0 ? api().storage.local.set({ [KEY]: guides }) : api().storage.local.remove(KEY);

/** @type {() => Promise<{ tab: number, flow: string }[]>} */
const noted = async () => /** @type {any} */ ((await api().storage.local.get(KEY))[KEY]) ?? [];

/**
 * A guided tab has gone with its window. That may be the whole browser closing, and then the note is all that is left to
 * tell of the guide: so it stays.
 */
export async function cutShort(tabId) {
  const guide = (await noted()).find(({ tab }) => tab === tabId);
  if (guide) await markCut(guide.flow);
}

/** What was written down and runs no more is told and cleared. */
export async function sweep() {
  const before = await noted();
  if (before.length === 0) return;
  const guides = await running();
  const isLeft = ({ tab }) => !guides.some((guide) => guide.tab === tab);
  const left = before.filter(isLeft);
  if (left.length === 0) return;
  await markCut(left.at(-1).flow);
  await write(before.filter((guide) => !isLeft(guide)));
  // Nobody has to wait for a page that hangs.
  if (!browserBegan) for (const { tab } of left) void clear(tab);
}

async function clear(tabId) {
  try {
    const { url } = await api().tabs.get(tabId);
    if (isAliExpress(url)) await api().scripting.executeScript({ target: { tabId }, func: takeAway });
  } catch {
    // The tab or its page is gone, and the overlay with it.
  }
}
