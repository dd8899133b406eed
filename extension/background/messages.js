// What the popup and the engine may ask of the background. Each answer is plain data; an error is one word that the
// popup has a sentence for. Nothing is taken from anyone else: the popup is known by its address, the engine by being
// the top frame of an AliExpress page: it is in no other tab than one where a guide runs, or just ran.
import { api } from "./api.js";
import { clearStep, showStep } from "./badge.js";
import { chosen } from "./chosen.js";
import {
  collectedOf,
  dropCollected,
  keepBefore,
  keepOrders,
  keepReceipt,
  keepSaid,
  keepSaved,
} from "./collected.js";
import { domainOf, isAliExpress, origins } from "./hosts.js";
import { inject, isAllowed } from "./inject.js";
import { countFound, keepPick, toldOf } from "./kept.js";
import { note } from "./leftovers.js";
import { changeGuide, cutWay, dropDraft, dropGuide, guideOf, putGuide, StorageError } from "./store.js";
import { openOwn, tell } from "./tabs.js";

/** Answers a message; undefined for what is not ours. `rest` is called when a guide may have ended. */
export async function answer(message, sender, { wake, rest }) {
  try {
    if (fromPopup(sender)) return await ofPopup[message?.type]?.(message, { wake, rest });
    if (fromEngine(sender)) {
      const isPrivate = sender.tab.incognito;
      return await ofEngine[message?.type]?.(sender.tab.id, message, { rest, isPrivate, tab: sender.tab });
    }
    return undefined;
  } catch (error) {
    if (error instanceof StorageError) return { error: "storage" };
    throw error;
  }
}

const fromPopup = ({ id, url }) =>
  id === api().runtime.id && Boolean(url?.startsWith(api().runtime.getURL("")));

const fromEngine = ({ id, frameId, url, tab }) =>
  id === api().runtime.id && frameId === 0 && tab?.id !== undefined && isAliExpress(url);

const ofPopup = {
  async start({ tab, guide }, { wake, rest }) {
    const blocked = await obstacle(tab);
    if (blocked) return { error: blocked };
    const { flow, reason, email, ticked } = guide;
    await putGuide(tab, { flow, reason, email, ticked, memory: {}, returnTo: null });
    wake();
    const result = await inject(tab);
    if (result === "ok") {
      await note();
      // The popup may be closed before it hears that what was filled in, an e-mail too, is no longer needed.
      await dropDraft();
      return { ok: true };
    }
    await dropGuide(tab);
    await rest();
    return { error: result };
  },

  async stop({ tab }, { rest }) {
    await dropGuide(tab);
    // What the person sees goes first.
    await tell(tab, { type: "stop" });
    await dropCollected(tab);
    await clearStep(tab);
    await note();
    await rest();
    return { ok: true };
  },

  async guide({ tab }) {
    const guide = await guideOf(tab);
    return guide ? { guide } : { guide, cut: await cutWay() };
  },

  async said({ tab, id, on }) {
    const kept = await keepSaid(tab, id, on);
    const { said } = await collectedOf(tab);
    if (kept.ok) await tell(tab, { type: "said", said });
    return kept;
  },

  saved: ({ tab, name }) => keepSaved(tab, name),

  async forget({ tab }, { rest }) {
    await dropCollected(tab);
    await rest();
    return { ok: true };
  },
};

const ofEngine = {
  async hello(tab) {
    // A person waits for the first mark: nothing here waits for the other.
    const [told, choices, collected] = await Promise.all([toldOf(tab), chosen(), collectedOf(tab)]);
    return told.guide ? { ...told, ...choices, collected } : told;
  },

  async remember(tab, { memory }) {
    const guide = await changeGuide(tab, (before) => ({
      ...before,
      memory: { ...before.memory, ...memory },
    }));
    return guide ? { ok: true } : { error: "over" };
  },

  orders: async (tab, batch) => keepOrders(tab, await guideOf(tab), batch),

  before: (tab, { text }) => keepBefore(tab, text),

  async picked(tab, pick, { isPrivate }) {
    await keepPick(tab, pick, isPrivate);
    return { ok: true };
  },

  async found(_tab, found, { isPrivate }) {
    if (!isPrivate) await countFound(found);
    return { ok: true };
  },

  async open(tabId, { page }, { tab }) {
    if (!OWN_PAGES.includes(page)) return { error: "refused" };
    const letter = page === "letter" ? letterFor(await guideOf(tabId), tab.url) : {};
    await openOwn(tab, `${page}.html?${new URLSearchParams({ tab: tab.id, ...letter })}`);
    return { ok: true };
  },

  async over(tab, { farewell }, { rest }) {
    const guide = await guideOf(tab);
    await dropGuide(tab);
    // What was read stays for the receipt where the site has said goodbye; who stops wants it gone.
    if (farewell && guide) await keepReceipt(tab, guide.flow, farewell);
    else await dropCollected(tab);
    await tell(tab, { type: "stop" });
    await clearStep(tab);
    await note();
    await rest();
    return { ok: true };
  },

  async at(tab, step) {
    if (await guideOf(tab)) await showStep(tab, step);
    return { ok: true };
  },

  async failed(tab, { where }) {
    await changeGuide(tab, (before) => ({ ...before, failed: true, where: String(where).slice(0, 200) }));
    return { ok: true };
  },
};

/** The pages of ours that a callout offers. */
const OWN_PAGES = ["before", "letter"];

/** Where the site itself says by its address whose law holds (RegionId in src/letters/src/contact.rs). */
const REGIONS = { "aliexpress.ru": "cis", "aliexpress.us": "us" };

/** What the letter's page is to begin with: who wants the account back is not led to ask for its erasure. */
function letterFor(guide, address) {
  const region = REGIONS[domainOf(address)];
  return { letter: guide?.flow === "reactivate" ? "access" : "erasure", ...(region && { region }) };
}

/** Why no guide can start in this tab, or undefined. */
async function obstacle(tabId) {
  let tab;
  try {
    tab = await api().tabs.get(tabId);
  } catch {
    return "gone";
  }
  // Without the permission the browser may hide the address from us: then that is what is missing.
  if (!tab.url) return (await api().permissions.contains({ origins })) ? "foreign" : "permission";
  if (!isAliExpress(tab.url)) return "foreign";
  return (await isAllowed(tab.url)) ? undefined : "permission";
}
