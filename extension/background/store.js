// The running guides, one a tab, in `storage.session`: in memory only, gone with the browser, out of reach of pages
// and content scripts. A service worker sleeps after 30 s and forgets its variables, so nothing is kept in those.
//   guide:<tab>   {flow, reason, email, ticked, memory, returnTo, …}
//   opener:<tab>  the guided tab that opened this one
//   cut           the way of the guide that came to its end last without the person or the site ending it
//   draft         what is filled in in the popup, which writes it itself (src/panel/src/browser.rs)
// Changes wait for each other: two messages at once must not overwrite what the other has just written.
import { api } from "./api.js";

/** Storage that fails is told as this error, never thrown further as the browser's own. */
export class StorageError extends Error {}

let queue = Promise.resolve();

function inTurn(work) {
  const turn = queue.then(work);
  queue = turn.catch(() => {});
  return turn;
}

async function storage(method, argument) {
  try {
    return await api().storage.session[method](argument);
  } catch (error) {
    throw new StorageError(error?.message ?? "storage failed");
  }
}

const get = async (key) => (await storage("get", key))[key] ?? null;

export const guideOf = (tab) => inTurn(() => get(`guide:${tab}`));
export const openerOf = (tab) => inTurn(() => get(`opener:${tab}`));
export const cutWay = () => inTurn(() => get("cut"));

export const putGuide = (tab, guide) =>
  inTurn(async () => {
    await storage("set", { [`guide:${tab}`]: guide });
    await storage("remove", "cut");
  });
export const markCut = (flow) => inTurn(() => storage("set", { cut: flow }));
export const putOpener = (tab, opener) => inTurn(() => storage("set", { [`opener:${tab}`]: opener }));
export const dropGuide = (tab) => inTurn(() => storage("remove", `guide:${tab}`));
export const dropDraft = () => inTurn(() => storage("remove", "draft"));
export const dropOpener = (tab) => inTurn(() => storage("remove", `opener:${tab}`));

/** Changes a tab's guide by what `change` returns; nothing happens when there is none. Gives the new guide or null. */
export function changeGuide(tab, change) {
  return inTurn(async () => {
    const key = `guide:${tab}`;
    const before = await get(key);
    if (!before) return null;
    const after = change(before);
    await storage("set", { [key]: after });
    return after;
  });
}

/** Hands a guide from one tab to another in one step. Gives the moved guide, or null when there is none. */
export function moveGuide(from, to, change) {
  return inTurn(async () => {
    const guide = await get(`guide:${from}`);
    if (!guide) return null;
    const moved = change(guide);
    await storage("set", { [`guide:${to}`]: moved });
    await storage("remove", [`guide:${from}`, `opener:${to}`]);
    return moved;
  });
}

/** The guides that run, as {tab, flow}. */
export async function running() {
  const all = await inTurn(() => storage("get", null));
  return Object.entries(all)
    .filter(([key]) => key.startsWith("guide:"))
    .map(([key, { flow }]) => ({ tab: Number(key.slice("guide:".length)), flow }));
}
