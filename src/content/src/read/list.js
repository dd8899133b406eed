// What a list of orders says of itself, as texts: its tabs, the lines and filters around it, its language and currency. One walk
// over all but the orders' own cards. It judges no word: farewell-orders does (src/orders/src/list.rs).

import { isCardOf, lastCard, pageCurrency, SHIP_TO } from "./orders.js";
import { elementOf, lineIn } from "./nodes.js";

/** A longer text is no line that counts orders, nor a tab. */
const LONGEST = 80;
const MOST_LINES = 200;
/** The site's own search for goods, and what stands in the page's head and foot, is none of the list's. */
const ASIDE = "header, footer, [role=banner], [role=contentinfo]";
const SITE_SEARCH =
  'form[action*="wholesale"], [name=SearchText], [class*="header"], [class*="searchbar"], header, nav';

/**
 * @typedef {{ text: string, isSelected: boolean, list: number }} Tab
 * @typedef {{ chosen: string, options: string[] }} Filter
 */

/** What the list of this page says; `period` is the number of the control that chooses its time, 0 for none. */
export function listFacts(period, page = document) {
  const chooser = elementOf(period);
  const found = around(page, chooser);
  return {
    language: languageOf(page),
    address: page.location?.href ?? "",
    period: chooser && chooser.localName !== "select" ? lineIn(chooser) : undefined,
    ...found,
  };
}

/** One walk over all that stands outside the orders' cards. */
function around(page, chooser) {
  const isCard = isCardOf(page);
  const skips = (element) => isCard(element) || /^(script|style|noscript|template)$/.test(element.localName);
  const walker = page.createTreeWalker(page.body ?? page.documentElement, 1 | 4, (node) => {
    if (node.nodeType === 3) return /\p{Nd}/u.test(node.data) ? 1 : 3;
    return skips(node) ? 2 : 1;
  });
  /** @type {Tab[]} */
  const tabs = [];
  /** @type {Filter[]} */
  const filters = [];
  const headings = [];
  const lines = new Set();
  const lists = new Map();
  const headers = [];
  let isSearched = false;
  let lastTab;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1 && node.getAttribute("class")?.includes(SHIP_TO)) headers.push(node);
    if (node.nodeType === 3) {
      if (lines.size < MOST_LINES) lines.add(lineOf(node));
    } else if (isTab(node) && !lastTab?.contains(node) && isShown(node)) {
      lastTab = node;
      const parent = node.parentElement;
      if (!lists.has(parent)) lists.set(parent, lists.size);
      tabs.push({ text: lineIn(node) ?? "", isSelected: isSelected(node), list: lists.get(parent) });
    } else if (node.localName === "select") {
      if (node !== chooser) filters.push(...filterOf(node));
    } else if (node.localName === "input") {
      isSearched ||= isSearch(node);
    } else if (/^h[1-4]$/.test(node.localName) || node.getAttribute("role") === "heading") {
      headings.push(lineIn(node) ?? "");
    }
  }
  lines.delete(undefined);
  const currency = pageCurrency(page, headers);
  return { currency, tabs, filters, headings, lines: [...lines], isSearched };
}

export const isShown = (element) => element.checkVisibility?.() ?? true;

export const isTab = (element) =>
  element.getAttribute("role") === "tab" || /(^|[\s_-])tabs?-(nav-)?item\b/.test(element.className);

const isSelected = (tab) =>
  tab.getAttribute("aria-selected") === "true" ||
  !["false", null].includes(tab.getAttribute("aria-current")) ||
  (!tab.hasAttribute("aria-selected") &&
    /(^|[\s_-])(active|selected|current|checked)\b/i.test(tab.className));

/** The line that a number stands in: its element's, or that of the one around it where it is all that it says. */
function lineOf(text) {
  const { parentElement } = text;
  if (!parentElement || parentElement.closest(ASIDE) || !isShown(parentElement)) return undefined;
  const own = lineIn(parentElement) ?? "";
  const isBare = !/\p{L}/u.test(own);
  const line = isBare && parentElement.parentElement ? (lineIn(parentElement.parentElement) ?? "") : own;
  return line.length <= LONGEST ? line : undefined;
}

function filterOf(select) {
  if (select.closest(ASIDE) || !isShown(select)) return [];
  const options = [...select.options].map((option) => lineIn(option) ?? "");
  return [{ chosen: options[select.selectedIndex] ?? "", options }];
}

function isSearch(input) {
  const { type, value } = input;
  const isAsked = ["text", "search", "date"].includes(type) && value.trim() !== "" && !input.readOnly;
  return isAsked && !input.closest(SITE_SEARCH) && isShown(input);
}

/** The language of the page's words, a tag: what the page says, what the site has noted in its cookie, what its host says. */
function languageOf(page) {
  const own = page.documentElement?.lang?.trim();
  const noted = /\bb_locale=([a-z]{2}[_-][A-Z]{2})\b/.exec(page.cookie)?.[1];
  const [host] = (page.location?.hostname ?? "").split(".");
  return own || noted?.replace("_", "-") || (/^[a-z]{2}$/.test(host) ? host : undefined);
}

/** Whether the element of that number still shows. */
export function isThere(number) {
  const element = elementOf(number);
  return Boolean(element?.isConnected && isShown(element));
}

/** Whether the last card stands in sight or above it: only then a list that grows while scrolling has shown that it ends. */
export function isEndInSight(page = document) {
  const last = lastCard(page);
  return !last || last.getBoundingClientRect().bottom <= globalThis.innerHeight + 1;
}
