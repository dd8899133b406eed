// One candidate in one fresh page: brought in, timed to its first mark, and, if wanted, what it costs that it stays.

import { until } from "../tests/e2e/harness.mjs";
import { at } from "../tests/e2e/harness/practice.mjs";
import { bringPeer, PEER } from "./carrier.mjs";
import { scriptOf, stayingCosts } from "./costs.mjs";
import { heapByKind } from "./heap.mjs";
import { bringOwn, FORMS, holdTimer, statusOf, stopGuide } from "./own.mjs";

/** A row of filler has nine elements. The 2020 pages are drawn by the server: what is measured is no React. */
export const PAGES = { "600 rows": 600, "5,000 nodes": 540, "20,000 nodes": 2210 };
export const NOTHING = "no-op content script";
export const FLOOR = "floor pass";

/** A candidate is `{ name, bring(tabId), noted(tabId), check?(tabId), hold?(tabId), leave?(tabId), showsNothing? }`. */
export const peers = (call) =>
  Object.entries(PEER).map(([name, { showsNothing }]) => ({
    name,
    showsNothing,
    bring: (tabId) => bringPeer(call, tabId, name),
    noted: (tabId) => notedIn(call, tabId),
  }));

/** The two forms of one build of ours; `told` is how it is called in the tables. */
export const ownForms = (call, told) =>
  FORMS.map((form) => ({
    name: `${told} ${form}`,
    form,
    bring: (tabId) => bringOwn(call, tabId, form),
    noted: (tabId) => notedIn(call, tabId),
    async check(tabId) {
      const { engine, targets } = await statusOf(call, tabId);
      if (engine !== form || targets[0]?.control !== "account-settings")
        throw new Error(
          `The ${form} form was to point at the account settings: ${engine}, ${targets[0]?.control}`,
        );
    },
    hold: (tabId) => (isHeld) => holdTimer(call, tabId, isHeld),
    leave: (tabId) => stopGuide(call, tabId),
  }));

/** What was noted in the candidate's own world of the page: when its script began, when its mark was drawn. */
const notedIn = (call, tabId) =>
  call(
    (api, tabId) =>
      api.scripting
        .executeScript({ target: { tabId }, func: () => globalThis.__bench })
        .then(([{ result }]) => result),
    tabId,
  );

/**
 * Milliseconds and KiB of one candidate on one page. `staying`: what staying costs too; `still`: with ten seconds of nothing;
 * `parts`: the heap by kind instead of all that.
 */
export async function measure(lab, candidate, rows, { staying, still, parts } = {}) {
  const page = await lab.open();
  try {
    await page.goto(at("account", { gen: "2020", rows }), { waitUntil: "load" });
    const tabId = await lab.tabIdOf(page);
    let first;
    const script = await scriptOf(page, async () => {
      await candidate.bring(tabId);
      const noted = await until(
        async () => {
          const noted = await candidate.noted(tabId);
          return noted && (noted.first || candidate.showsNothing) && noted;
        },
        { what: `${candidate.name} has drawn its mark` },
      );
      first = noted.first - noted.began;
    });
    await candidate.check?.(tabId);
    const nodes = await lab.look(page, () => document.querySelectorAll("*").length);
    const costs = staying ? await stayingCosts(lab, page, { still, hold: candidate.hold?.(tabId) }) : {};
    const heapParts = parts && (await heapByKind(page));
    await candidate.leave?.(tabId);
    return { first: candidate.showsNothing ? undefined : first, script, nodes, heapParts, ...costs };
  } finally {
    await page.close();
  }
}
