// The running guides, one a tab, in `storage.session`: in memory only, gone with the browser, out of reach of pages
// and content scripts. A service worker sleeps after 30 s and forgets its variables, so nothing is kept in those.
//   guides        {"<tab>": flow}: which run, so that to know it nothing large has to be read
//   guide:<tab>   {flow, reason, email, ticked, memory, returnTo, …}
//   opener:<tab>  the guided tab that opened this one
//   cut           the way of the guide that came to its end last without the person or the site ending it
//   draft         what is filled in in the popup, which writes it itself (src/panel/src/browser.rs)
// Changes wait for each other: two messages at once must not overwrite what the other has just written.
import { api } from "./api.js";

/** Storage that fails is told as this error, never thrown further as the browser's own. */
export class StorageError extends Error {}

/**
 * A guide as it is kept. The engine's memory, and the picks of a private window, are looked into by the engine alone.
 * @typedef {object} Guide
 * @property {string} flow
 * @property {string | null} [reason]
 * @property {string} email
 * @property {string[]} ticked
 * @property {boolean} keepsOrders whether its start was the consent to keep orders
 * @property {object} memory
 * @property {number | null} returnTo the tab that gets the guide back when its own is closed
 * @property {boolean} [failed]
 * @property {string} [where]
 * @property {string} [trouble]
 * @property {{ page: string, control: string, locator: string }[]} [picks]
 */

/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * Does the work when all work before it is done.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(work) {
  const turn = queue.then(work);
  queue = turn.catch(() => {});
  return turn;
}

/** Calls the session's storage: `area("get", key)`. Throws `StorageError`. */
export async function area(method, argument) {
  try {
    return await api().storage.session[method](argument);
  } catch (error) {
    throw new StorageError(error?.message ?? "storage failed");
  }
}

/** Writes an index, or takes it away when nothing is left in it. */
export const putOrRemove = (key, index) =>
  Object.keys(index).length > 0 ? area("set", { [key]: index }) : area("remove", key);

const get = async (key) => (await area("get", key))[key] ?? null;

/** @type {(tab: number) => Promise<Guide | null>} */
export const guideOf = (tab) => inTurn(() => get(`guide:${tab}`));
/** @type {(tab: number) => Promise<number | null>} */
export const openerOf = (tab) => inTurn(() => get(`opener:${tab}`));
export const cutWay = () => inTurn(() => get("cut"));

export const putGuide = (tab, guide) =>
  inTurn(async () => {
    await area("set", { [`guide:${tab}`]: guide, guides: { ...(await get("guides")), [tab]: guide.flow } });
    await area("remove", "cut");
  });
export const markCut = (flow) => inTurn(() => area("set", { cut: flow }));
export const putOpener = (tab, opener) => inTurn(() => area("set", { [`opener:${tab}`]: opener }));
export const dropGuide = (tab) =>
  inTurn(async () => {
    const guides = (await get("guides")) ?? {};
    delete guides[tab];
    await area("remove", `guide:${tab}`);
    await putOrRemove("guides", guides);
  });
export const dropDraft = () => inTurn(() => area("remove", "draft"));
export const dropOpener = (tab) => inTurn(() => area("remove", `opener:${tab}`));

/**
 * Changes a tab's guide by what `change` returns; nothing happens when there is none. Gives the new guide or null.
 * @param {number} tab
 * @param {(before: Guide) => Guide} change
 */
export function changeGuide(tab, change) {
  return inTurn(async () => {
    const key = `guide:${tab}`;
    const before = await get(key);
    if (!before) return null;
    const after = change(before);
    await area("set", { [key]: after });
    return after;
  });
}

/**
 * Hands a guide from one tab to another in one step. Gives the moved guide, or null when there is none.
 * @param {number} from
 * @param {number} to
 * @param {(before: Guide) => Guide} change
 */
export function moveGuide(from, to, change) {
  return inTurn(async () => {
    const guide = await get(`guide:${from}`);
    if (!guide) return null;
    const moved = change(guide);
    const { [from]: flow, ...others } = (await get("guides")) ?? {};
    await area("set", { [`guide:${to}`]: moved, guides: { ...others, [to]: flow } });
    await area("remove", [`guide:${from}`, `opener:${to}`]);
    return moved;
  });
}

/** The guides that run, as {tab, flow}. */
export async function running() {
  const guides = (await inTurn(() => get("guides"))) ?? {};
  return Object.entries(guides).map(([tab, flow]) => ({ tab: Number(tab), flow }));
}
