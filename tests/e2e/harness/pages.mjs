// Our own pages as tabs: the letter and what comes afterwards.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { until } from "./until.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What WCAG 2.2 asks for at the levels A and AA, as far as a program can tell. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Opens `letter.html` or `after.html` with its parameters, and waits until its words are there. */
export async function openOwn(lab, name, parameters = {}) {
  const page = await lab.open();
  const query = new URLSearchParams(parameters).toString();
  await lab.visit(page, lab.extensionUrl(`${name}.html${query && `?${query}`}`));
  await until(() => page.evaluate(() => document.querySelector("h1")?.innerText.trim() !== ""), {
    what: `${name}.html shows words`,
  });
  return page;
}

/** Whether an element is to be seen. */
export const isSeen = (page, selector) => page.$eval(selector, (one) => one.checkVisibility());

/** The text of an element, its spaces as one. */
export const textOf = (page, selector) =>
  page.$eval(selector, (one) => one.innerText.replace(/\s+/g, " ").trim());

/** Writes into a field of ours and tells it, in the way of a person who has typed or chosen. */
export const enter = (page, name, value) =>
  page.$eval(
    `[name=${name}]`,
    (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    value,
  );

/** What axe-core finds wrong with a page, each as one line. */
export async function faults(page) {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary.replace(/\s+/g, " ")}`),
    );
  }, WCAG);
}

/** By how many pixels a page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
