// A small stand-in for the browser's extension API: tabs, session storage, scripting, and a record of what was done.
import { createContext, runInContext } from "node:vm";

const event = () => {
  const listeners = new Set();
  return {
    listeners,
    addListener: (listener) => listeners.add(listener),
    removeListener: (listener) => listeners.delete(listener),
    fire: (...args) => Promise.all([...listeners].map((listener) => listener(...args))),
  };
};

/** @param {{ firefox?: boolean, shortcuts?: boolean, tabs?: Record<number, string> }} options tabs: address by id */
export function fakeBrowser({ firefox = false, shortcuts = true, tabs = {} } = {}) {
  const base = firefox ? "moz-extension://farewell/" : "chrome-extension://farewell/";
  const stored = new Map();
  const fake = {
    stored,
    pages: new Map(Object.entries(tabs).map(([id, url]) => [Number(id), { url }])),
    /** The files that were injected, as [tab, names, document]. */
    injected: [],
    /** The tabs whose engine was asked to look whether a guide runs. */
    asked: [],
    /** The isolated world of each tab's document, by tab. */
    worlds: new Map(),
    told: [],
    /** The tabs that were opened. */
    created: [],
    allowed: true,
    storageFails: false,
    injectionFails: false,
    document: {},
    local: new Map(),
    /** What the toolbar button shows, by tab: {text, title}. */
    badges: new Map(),
    incognito: false,
  };
  fake.worldOf = (tab) => {
    if (!fake.worlds.has(tab)) fake.worlds.set(tab, createContext({}));
    return fake.worlds.get(tab);
  };
  /** What a function gives that runs in a tab's page; files bring an engine that notes when it is asked. */
  const inPage = (tab, func, args) => {
    const world = fake.worldOf(tab);
    if (!func) world.__farewell = { ask: () => fake.asked.push(tab) };
    // What it reads of the document is the test's to say.
    else if (func.name === "probe") return fake.document;
    else return runInContext(`(${func})`, world)(...args);
  };
  const guardStorage = async (work) => {
    await undefined;
    if (fake.storageFails) throw new Error("quota");
    return work();
  };
  const area = (kept) => ({
    get: (key) =>
      guardStorage(() =>
        structuredClone(
          Object.fromEntries([...kept].filter(([one]) => key === null || [key].flat().includes(one))),
        ),
      ),
    set: (items) =>
      guardStorage(() => Object.entries(items).forEach(([k, v]) => kept.set(k, structuredClone(v)))),
    remove: (keys) => guardStorage(() => [keys].flat().forEach((key) => kept.delete(key))),
  });
  globalThis.chrome = {
    runtime: {
      id: "farewell",
      getURL: (path) => base + path,
      onMessage: event(),
      onStartup: event(),
      onInstalled: event(),
    },
    i18n: { getMessage: (key, args) => (key === "popup_language" ? "en" : [key, ...args].join(" ")) },
    action: {
      setBadgeText: async ({ tabId, text }) => fake.badges.set(tabId, { text }),
      setTitle: async ({ tabId, title }) => fake.badges.set(tabId, { ...fake.badges.get(tabId), title }),
    },
    storage: { session: area(stored), local: area(fake.local) },
    tabs: {
      onUpdated: event(),
      onCreated: event(),
      onRemoved: event(),
      onReplaced: event(),
      create: async (tab) => void fake.created.push(tab),
      query: async () => [...fake.pages.keys()].slice(0, 1).map((id) => ({ id })),
      get: async (id) => {
        if (!fake.pages.has(id)) throw new Error("No tab");
        return { id, url: fake.pages.get(id).url, incognito: fake.incognito };
      },
      sendMessage: async (id, message) => {
        fake.told.push([id, ...Object.values(message)]);
      },
    },
    permissions: { contains: async () => fake.allowed, onAdded: event() },
    scripting: {
      executeScript: async ({ target, func, args = [], files }) => {
        await undefined;
        if (fake.injectionFails) throw new Error("Frame was removed");
        if (files) fake.injected.push([target.tabId, files, target.documentIds?.[0]]);
        return [{ documentId: "doc", result: inPage(target.tabId, func, args) }];
      },
    },
    ...(shortcuts ? { commands: { onCommand: event() } } : {}),
    ...(firefox ? {} : { webRequest: { onHeadersReceived: event() } }),
  };
  fake.api = globalThis.chrome;
  fake.popup = { id: "farewell", url: `${base}popup.html` };
  fake.engineIn = (tab) => ({
    id: "farewell",
    frameId: 0,
    url: fake.pages.get(tab)?.url,
    tab: { id: tab, incognito: fake.incognito },
  });
  /** A message to the background, and its answer. */
  fake.ask = (message, sender) =>
    new Promise((resolve) => [...fake.api.runtime.onMessage.listeners][0](message, sender, resolve));
  /** All of the above answers without a timer, so whatever has begun is over when the queue of promises is empty. */
  fake.settle = () => new Promise((resolve) => setImmediate(resolve));
  return fake;
}

let run = 0;
/** The background as after a wake: its listeners are registered anew. */
export async function startBackground() {
  const { begin } = await import(`../../extension/background/index.js?run=${run++}`);
  begin();
}
