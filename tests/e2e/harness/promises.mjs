// The product's promises, each as one question that a test may ask of a page or of the practice site's log:
// the last press is the person's, nothing leaves the browser, nothing runs before Start and nothing stays after Stop.

import assert from "node:assert/strict";
import { overlay } from "./overlay.mjs";
import { until } from "./until.mjs";

/** What the practice site's recorder has kept. A page without it proves nothing, so that is a failure of its own. */
async function recorded(page) {
  const seen = await page.evaluate(() => window.__rehearsal ?? null);
  assert.ok(seen, `no recorder is in ${page.url()}: nothing can be said of what happened there`);
  return seen;
}

/** No script pressed, submitted or typed on the page, and nothing of ours threw into it. */
export async function assertUntouched(page) {
  const seen = await recorded(page);
  assert.deepEqual(seen.untrusted, [], `untrusted events on ${page.url()}`);
  assert.deepEqual(seen.errors, [], `errors on ${page.url()}`);
}

const OURS = /^(chrome|moz)-extension|wasm-eval/;

/** Violations of the page's policy that we caused: none, ever. A page's own are its own affair. */
export async function ourViolations(page) {
  const { csp } = await recorded(page);
  return csp.filter(({ source, blocked }) => OURS.test(source ?? "") || OURS.test(blocked ?? ""));
}

/** Where the page itself may ask: documents and what they are made of, its forms' answers, reports of its policy. */
const OWN_PATHS = /^\/(_api|_rehearsal)\//;
const OWN_DESTINATIONS = new Set(["document", "iframe", "script", "style", "image", "font", "report"]);
const OWN_HOSTS = /(^|\.)aliexpress\.(com|us|ru)$|^accounts\.google\.com$|^aliexpress\.com\.example\.org$/;

/** Requests in the practice site's log that no practice page makes: those would be the extension's. */
export function strangers(requests) {
  return requests
    .filter(({ host, path, url = path, headers }) => {
      const name = (host ?? headers.host).replace(/:\d+$/, "");
      const destination = headers["sec-fetch-dest"];
      if (!OWN_HOSTS.test(name)) return true;
      if (/^(chrome|moz)-extension:/.test(headers.origin ?? headers.referer ?? "")) return true;
      return !OWN_DESTINATIONS.has(destination) && !OWN_PATHS.test(url) && url !== "/favicon.ico";
    })
    .map(
      ({ host, path, url, headers }) =>
        `${host ?? headers.host}${path ?? url} (${headers["sec-fetch-dest"]})`,
    );
}

/** What the browsers ask for by themselves: their settings, updates, signed-in accounts; never an extension. */
const BROWSERS_OWN =
  /(^|\.)(mozilla\.(com|org|net)|firefox\.com|mozgcp\.net|googleapis\.com|gvt1\.com|google\.com\/ListAccounts.*)$/;
const nameOf = ({ host, headers, path }) => {
  const name = (host ?? headers.host).replace(/:\d+$/, "");
  return path?.startsWith("/ListAccounts") ? name + path : name;
};

/**
 * No request but the pages' own is in the site's log. Chromium leads every host to the site, so that is all of them; Firefox goes
 * through a proxy, which keeps a list of the hosts.
 */
export function assertNoRequests(lab) {
  const asked = lab.practice.requests.filter((one) => !BROWSERS_OWN.test(nameOf(one)));
  assert.notEqual(asked.length, 0, "the pages' own requests are not in the log, so it proves nothing");
  assert.deepEqual(strangers(asked), [], "requests that no page made");
  if (lab.name !== "firefox") return;
  assert.notEqual(lab.hosts.length, 0, "the proxy heard of no host, so it proves nothing");
  const strange = lab.hosts.filter((host) => !OWN_HOSTS.test(host) && !BROWSERS_OWN.test(host));
  assert.deepEqual(strange, [], "hosts that were asked for");
}

/** Nothing of ours is in the page: no engine answers, no host stands there. */
export async function assertNothingHere(lab, page) {
  assert.equal(await lab.status(page), undefined, `an engine answers in ${page.url()}`);
  assert.equal(await overlay(lab, page), undefined, `an overlay stands in ${page.url()}`);
}

/** The same, as soon as it is so: after Stop or Close the page is given the time of a heartbeat. */
export async function assertNothingLeft(lab, page) {
  await until(async () => (await lab.status(page)) === undefined && !(await overlay(lab, page)), {
    what: "nothing of ours is left in the page",
    seen: async () => ({ status: await lab.status(page), overlay: await overlay(lab, page) }),
  });
}

/** Options of a test that asks what only Chromium's protocol tells; in Firefox it is shown as skipped. */
export const askedOfChromium = (name) => ({
  skip: name !== "chromium" && "Firefox tells nobody which worlds and listeners an extension has in a page",
});

/**
 * The names of the extension worlds that the page's documents hold from now on. Before Start there must be none, on
 * whichever page. Call it before the page is opened (`askedOfChromium`).
 */
export async function watchWorlds(lab, page) {
  const cdp = await lab.session(page);
  const worlds = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension:")) worlds.push(context.name);
  });
  await cdp.send("Runtime.enable");
  return worlds;
}

/** Listeners that a script of the extension has on the window, the document or the root element (`askedOfChromium`). */
export async function ourListeners(lab, page) {
  const cdp = await lab.session(page);
  const ours = new Set();
  const note = ({ scriptId, url }) => url.startsWith("chrome-extension:") && ours.add(scriptId);
  cdp.on("Debugger.scriptParsed", note);
  await cdp.send("Debugger.enable");
  const found = [];
  for (const expression of [
    "window",
    "document",
    "document.documentElement",
    "document.body",
    "visualViewport",
  ]) {
    const { result } = await cdp.send("Runtime.evaluate", { expression });
    const { listeners } = await cdp.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    for (const { type, scriptId } of listeners) if (ours.has(scriptId)) found.push(`${expression}: ${type}`);
  }
  await cdp.send("Debugger.disable");
  cdp.off("Debugger.scriptParsed", note);
  return found;
}
