// How long from injection to the first spotlight, on pages of growing size, beside the least that any script would
// need to look at the same page once (the floor). And how many DOM calls the engine makes on the way.

import { calloutThat, start, stop } from "../tests/e2e/harness.mjs";
import { at } from "../tests/e2e/harness/practice.mjs";
import { median } from "./median.mjs";

/** A row of filler has nine elements. */
export const PAGES = [
  { title: "600 rows", rows: 600 },
  { title: "5,000 nodes", rows: 540 },
  { title: "20,000 nodes", rows: 2210 },
];

// The 2020 pages are drawn by the server: what is measured is the guide, not React.
export const address = ({ rows }) => at("account", { gen: "2020", rows });
const ready = (lab, page) => calloutThat(lab, page, { control: "account-settings" });

/** Runs in the page: every control and its text, looked at once. */
function floorPass() {
  const began = performance.now();
  let length = 0;
  for (const one of document.querySelectorAll("a, button, input, select, textarea, [role]")) {
    length += one.textContent.length;
  }
  return { ms: performance.now() - began, length, nodes: document.querySelectorAll("*").length };
}

/**
 * Medians over fresh pages, each loaded whole before the guide is started from the toolbar: the headers of such a page
 * are not known, so in Chromium the JavaScript form runs. Then the page is loaded again under the running guide; now
 * they are known, and the same page is looked at by the WebAssembly form (its time to the spotlight holds the loading).
 */
export async function firstSpotlight(lab, which, rounds) {
  const measured = [];
  for (let n = 0; n <= rounds; n++) {
    const page = await lab.open();
    await page.goto(address(which), { waitUntil: "load" });
    const floor = await lab.look(page, floorPass);
    await start(lab, page, "deactivate", { reason: "privacy" });
    await ready(lab, page);
    const first = await lab.status(page);
    await page.reload({ waitUntil: "load" });
    await ready(lab, page);
    const again = await lab.status(page);
    if (n > 0) measured.push({ floor, first, again });
    await stop(lab, page);
    await page.close();
  }
  const middle = (key) => median(measured.map(key));
  return {
    nodes: measured[0].floor.nodes,
    engines: [measured[0].first.engine, measured[0].again.engine],
    start: middle(({ first }) => first.ms.start),
    detect: middle(({ first }) => first.ms.detect),
    startAgain: middle(({ again }) => again.ms.start),
    detectAgain: middle(({ again }) => again.ms.detect),
    floor: middle(({ floor }) => floor.ms),
  };
}

/** Runs in the extension's own world of the page, before the engine: counts what it asks of the DOM. */
function count() {
  const calls = (globalThis.__calls = {});
  const kinds = [
    "Node",
    "Element",
    "HTMLElement",
    "Document",
    "DocumentFragment",
    "ShadowRoot",
    "EventTarget",
  ];
  kinds.push("CSSStyleDeclaration", "NodeList", "HTMLCollection", "TreeWalker", "Range", "DOMTokenList");
  for (const kind of kinds) {
    const prototype = globalThis[kind].prototype;
    for (const [name, { value, get, set, configurable }] of Object.entries(
      Object.getOwnPropertyDescriptors(prototype),
    )) {
      if (!configurable || name === "constructor") continue;
      const counted = (work) =>
        work &&
        function (...args) {
          calls[name] = (calls[name] ?? 0) + 1;
          return work.apply(this, args);
        };
      if (typeof value === "function") {
        Object.defineProperty(prototype, name, { value: counted(value), configurable, writable: true });
      } else if (get) {
        Object.defineProperty(prototype, name, { get: counted(get), set: counted(set), configurable });
      }
    }
  }
}

/** Runs a function in the extension's own world of a page, where the engine runs too. */
export async function inWorld(lab, page, func) {
  const inject = `(api, tabId) => api.scripting.executeScript({ target: { tabId }, func: ${func} }).then(([one]) => one.result)`;
  return lab.inExtension(inject, await lab.tabIdOf(page));
}

/** DOM calls of the engine from injection to a standing spotlight. */
export async function countCalls(lab, which) {
  const page = await lab.open(address(which));
  await inWorld(lab, page, count);
  await start(lab, page, "deactivate", { reason: "privacy" });
  await ready(lab, page);
  const calls = await inWorld(lab, page, () => globalThis.__calls);
  await stop(lab, page);
  await page.close();
  if (process.env.BENCH_CALLS) console.log(Object.entries(calls).sort(([, a], [, b]) => b - a));
  return Object.values(calls).reduce((sum, one) => sum + one, 0);
}
