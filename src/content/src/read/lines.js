// What a page of cases, money or coupons shows outside its head and foot, line by line, each with its place in the tree: what
// farewell-orders calls `Shown` (src/orders/src/lines.rs). It judges no word. What is hidden, what leads elsewhere and what is only
// there to be pressed is left out.

import { isEndInSight, isShown, isTab, listFacts } from "./list.js";
import { lineIn, plain } from "./nodes.js";

const MOST_LINES = 400;
/** A longer text is no name, amount, state or day. */
const LONGEST = 120;
const ASIDE =
  "header, footer, nav, [role=banner], [role=contentinfo], [role=navigation], script, style, noscript, template, select, option, datalist, input, textarea";
/** What makes lines of its own within a text. */
const BLOCKS = "p, div, li, tr, td, section, article, h1, h2, h3, h4, h5, h6, button, [role=button]";

/** The lines, what the page says of itself as a list, the day, and whether its end is in sight. */
export function readLines(page = document) {
  const lines = [];
  const body = page.body ?? page.documentElement;
  if (body) gather(body, [], lines);
  const { scrollingElement } = page;
  const below = scrollingElement
    ? scrollingElement.scrollHeight - scrollingElement.scrollTop - globalThis.innerHeight
    : 0;
  return {
    lines,
    list: listFacts(0, page),
    today: new Date().toLocaleDateString("sv"),
    isEndInSight: below <= 2 && isEndInSight(page),
  };
}

function gather(element, at, lines) {
  [...plain(element).children].forEach((child, number) => {
    if (lines.length >= MOST_LINES || isLeftOut(child)) return;
    const place = [...at, number];
    const text = textOf(child);
    if (text) lines.push({ at: place, text });
    else gather(child, place, lines);
  });
}

const isLeftOut = (element) => {
  const own = plain(element);
  return own.matches(ASIDE) || isTab(own) || isShortButton(own) || !isShown(own);
};

/** A button says what it does; one with much in it is an entry that opens. */
const isShortButton = (element) =>
  element.matches("button, [role=button]") &&
  !element.querySelector(BLOCKS) &&
  (lineIn(element) ?? "").length < 40;

/** The text of an element that is one line. */
function textOf(element) {
  const own = plain(element);
  const isText = [...own.childNodes].some((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data));
  if (!isText || own.querySelector(BLOCKS)) return undefined;
  const text = lineIn(own);
  return text && text.length <= LONGEST ? text : undefined;
}
