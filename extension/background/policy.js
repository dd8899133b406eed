// Which form of the engine a document gets. Firefox: always WebAssembly. Chromium: WebAssembly where the document's
// policy is *known* to allow it, else the JavaScript twin. It is never tried: the page would notice (csp.js).
//
// Known means: exactly the response that this document was made of has been seen here, and the document confirms it.
// Prefetches and prerenders arrive as main-frame requests of the same tab, and a response from the page's own service
// worker or the back-forward cache doesn't arrive at all: so address and time must both fit, or it is not known.
import { isFirefox } from "./api.js";
import { allowsWasm } from "./csp.js";

/** The files of each form, in the order of their injection. */
export const files = {
  wasm: ["engine.module.js", "engine.wasm.js"],
  js: ["engine.data.js", "engine.wasm2js.js"],
};

// Responses seen, by tab, until a page asks for its own. Losing them when the worker sleeps is safe: not known is `js`.
const seen = new Map();
const tooMany = 20;

// The browser's two clocks (of the request and of the document) agree within this many milliseconds.
const slack = 50;

/**
 * Listener of webRequest.onHeadersReceived for main frames. It only looks.
 * @returns {undefined}
 */
export function noteHeaders(details) {
  const { tabId, url, timeStamp, responseHeaders, initiator, documentLifecycle = "active" } = details;
  if (tabId < 0 || documentLifecycle !== "active") return;
  const policies = (responseHeaders ?? [])
    .filter(({ name }) => /^content-security-policy(-report-only)?$/i.test(name))
    // A value that is not text comes as `binaryValue`: unknown, so `undefined` here, which allows nothing.
    .map(({ value }) => value);
  const records = seen.get(tabId) ?? [];
  seen.set(tabId, [...records.slice(-tooMany), { url: bare(url), at: timeStamp, policies, initiator }]);
}

/**
 * Takes a tab's responses up to this document's own: no later page is made of those. What came after them stays for the
 * page that comes next: its headers are here before the last events of this one.
 */
export function takeHeaders(tabId, document) {
  const records = seen.get(tabId) ?? [];
  const isTaken = ({ at }) => at <= document?.created + slack;
  seen.set(
    tabId,
    records.filter((record) => !isTaken(record)),
  );
  return records.filter(isTaken);
}

/** The tab is closed. */
export const dropHeaders = (tabId) => seen.delete(tabId);

/** Whether the person, and no page, asked for what the tab shows: a typed address, a bookmark. Not known is no. */
export function isOwnWish(tabId) {
  const last = seen.get(tabId)?.at(-1);
  return last !== undefined && last.initiator === undefined;
}

const bare = (url) => url.split("#", 1)[0];

/**
 * Runs in the page's isolated world, so it may use nothing from outside itself. What it reads leaves no trace.
 * A `<meta>` policy counts only in the head, so it waits until the body begins; a page that hangs before is not known.
 * @returns what the decision needs to know of the document
 */
export async function probe() {
  // An element of the page may have that name, and is no engine.
  const engine = Object.hasOwn(globalThis, "__farewell") ? globalThis.__farewell : null;
  if (!document.body && !engine) {
    await new Promise((/** @type {(_?: void) => void} */ resolve) => {
      const observer = new MutationObserver(() => document.body && finish());
      const timer = setTimeout(finish, 2000);
      function finish() {
        clearTimeout(timer);
        observer.disconnect();
        resolve();
      }
      observer.observe(document, { childList: true, subtree: true });
    });
  }
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  // Not `timeOrigin`: its clock stands still while the computer sleeps, that of the requests does not. On a busy computer
  // time passes between two looks at a clock, so there are two of the one.
  const before = Date.now();
  const age = performance.now();
  const after = Date.now();
  const { domLoading, navigationStart } = performance.timing;
  /** @type {NodeListOf<HTMLMetaElement>} */
  const metas = document.querySelectorAll("meta[http-equiv='content-security-policy' i]");
  return {
    engine: engine?.form ?? null,
    url: navigation?.name ?? null,
    began: before - age,
    created: domLoading && after - age + domLoading - navigationStart,
    worker: navigation?.workerStart ?? null,
    delivery: navigation?.deliveryType ?? "",
    prerendered: Boolean(document.prerendering) || (navigation?.activationStart ?? 0) > 0,
    headRead: Boolean(document.body),
    metas: Array.from(metas, (meta) => meta.content),
  };
}

/** The form for a document: `wasm` or `js`. A document keeps the form it began with. */
export function formFor(document, records) {
  if (isFirefox()) return "wasm";
  if (Object.hasOwn(files, document?.engine)) return document.engine;
  return isKnown(document, records) ? "wasm" : "js";
}

function isKnown(document, records) {
  if (!document?.headRead || typeof document.url !== "string") return false;
  if (document.worker !== 0 || document.prerendered || document.delivery === "navigational-prefetch")
    return false;
  // What a document is made of is seen here before the document is created, however busy the computer; what is seen later
  // is a prefetch of the same address: the document was restored.
  const from = document.began - slack;
  const to = document.created + slack;
  const own = records.filter(({ url, at }) => url === bare(document.url) && at >= from && at <= to);
  if (own.length === 0) return false;
  return own.every(({ policies }) => allowsWasm(policies, document.metas));
}
