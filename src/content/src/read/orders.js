// Reads the orders that a page lists, as texts: what farewell-orders calls `ShownOrder` (src/orders/src/page.rs). It asks for no
// layout, judges no meaning, and looks at each card once, so that a list of thousands costs what its new cards cost.
//
// The makes of the list, newest first, with what tells them apart:
//   cards   `.order-item`, desktop and phone, 2021 to 2026: more than ten order scripts, still so in 2026-07 [B]
//   table   `#buyer-ordertable`, until about 2021: order scripts of 2018 [B]
//   other   whatever has links to orders: a card is what holds the links of one order only

import { lineIn } from "./nodes.js";

/** The most orders of one call: about a millisecond's work. What is left comes with the next call. */
const MOST = 50;

const ORDER_LINK = /[?&](?:orderId|tradeOrderId|tradeId)=(\d{6,24})(?!\d)/i;
/** What the button is called that saves an order's invoice; English, Spanish and French were seen on the site [B]. */
const INVOICE =
  /invoice|factur|fattur|fatura|faktur|rechnung|счет|рахунок|請求書|領収書|인보이스|영수증|ใบแจ้งหนี้|ใบกำกับ|hóa đơn|فاتورة|חשבונית/iu;

/** What a card may hold that is no part of the list: a question of the site, such as whether to remove the order. */
const LIES_OVER = "dialog, iframe, form, [role=dialog], [role=alertdialog], [aria-modal]";

const ITEM_LINK = 'a[href*="/item/"]';

const CARDS = {
  card: ".order-item",
  info: "[data-pl=order_item_header_info], .order-item-header-right-info",
  status: ".order-item-header-status-text, [data-pl=order_item_header_status]",
  store: "[data-pl=order_item_store_name], .order-item-store-name",
  total: "[data-pl=order_item_content_price_total], .order-item-content-opt-price-total",
  item: ".order-item-content-body",
  name: ".order-item-content-info-name",
  variant: ".order-item-content-info-sku",
  price: ".order-item-content-info-number",
  quantity: ".order-item-content-info-number-quantity",
};

const TABLE = {
  card: "#buyer-ordertable > tbody",
  info: ".order-info",
  status: ".order-status .f-left",
  store: ".store-info .first-row .info-body",
  total: ".amount-num",
  item: ".order-body",
  name: ".product-title, .product-sets",
  variant: ".product-property",
  price: ".product-amount",
  quantity: ".product-amount > :nth-child(2)",
};

/** So many cards at either end of a long list are looked at again; of a list no longer than both ends, all. */
const END = 50;

const read = new WeakMap();

/**
 * The orders of cards that were not read before, and whether more of them wait for the next call. A card whose content has
 * become another order's is read anew: a list that does that shows few cards at a time.
 */
export function readOrders(page = document) {
  const orders = [];
  const { cards, make } = cardsOf(page);
  for (let at = 0; at < cards.length; at++) {
    const card = cards[at];
    const before = read.get(card);
    const isInside = at >= END && at < cards.length - END;
    if (before && (isInside || isSame(card, before))) continue;
    const found = numberOf(card, make);
    if (!found.id || before?.id === found.id) continue;
    if (orders.length === MOST) return { orders, hasMore: true };
    read.set(card, found);
    orders.push(shown(card, make, found.id));
  }
  return { orders, hasMore: false };
}

/**
 * Whether an element is the card of an order that was read: what else is on the page needs no second look at it, and of a list of
 * thousands that look would take seconds.
 */
export const isRead = (element) => read.has(element) && !element.querySelector(LIES_OVER);

/** The page of one order: what it alone tells, once. What the list says of the order too is the list's to say. */
export function readOrder(page = document) {
  const id = ORDER_LINK.exec(page.location?.search ?? "")?.[1];
  if (!id || read.get(page)?.id === id) return { orders: [], hasMore: false };
  const pressed = [...page.querySelectorAll("a[href], button, [role=button]")];
  const has_invoice = hasInvoice(page) || pressed.some((one) => INVOICE.test(lineIn(one) ?? ""));
  const protection = protectionOf(page);
  // The page comes in parts: as long as it tells nothing, it is asked again.
  if (!has_invoice && !protection) return { orders: [], hasMore: false };
  read.set(page, { id });
  return { orders: [{ id, protection, has_invoice, items: [] }], hasMore: false };
}

const hasInvoice = (within) =>
  Boolean(within.querySelector('a[href*="/p/tax-ui/"], a[href*="invoiceExport"]'));

const protectionOf = (within) => lineIn(within.querySelector('[class*="protect" i]'));

/** Whether the link that told the card's order still does. */
const isSame = (card, { id, link }) => link && card.contains(link) && numberIn(link) === id;

/**
 * The currency that the page says it shows prices in, three letters: what its header says beside the country ("English / USD"),
 * else what the site has noted in its own cookie. A bare "$" has no other witness.
 */
export function pageCurrency(page = document) {
  const header = [...page.querySelectorAll('[class*="ship-to--"]')]
    .map((element) => element.textContent)
    .join(" ");
  const codes = new Set(header.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu));
  if (codes.size === 1) return [...codes][0];
  return /\baep_usuc_f=[^;]*\bc_tp=([A-Z]{3})\b/.exec(page.cookie)?.[1];
}

/**
 * The orders' cards, and how this make of them is read.
 * @returns {{ cards: NodeListOf<Element> | Element[], make: Partial<typeof CARDS> }}
 */
export function cardsOf(page) {
  for (const make of [CARDS, TABLE]) {
    const cards = page.querySelectorAll(make.card);
    if (cards.length > 0) return { cards, make };
  }
  return { cards: otherCards(page), make: {} };
}

/** The largest elements that hold links to one order only. */
function otherCards(page) {
  const MIXED = "";
  const of = new Map();
  const links = [...page.querySelectorAll("a[href]")].filter((link) =>
    ORDER_LINK.test(link.getAttribute("href")),
  );
  for (const link of links) {
    const id = numberIn(link);
    for (let at = link; at && of.get(at) !== MIXED; at = at.parentElement)
      of.set(at, of.has(at) && of.get(at) !== id ? MIXED : id);
  }
  // Of a single order nothing tells where its card ends but what the page itself calls an entry.
  const isAlone = new Set(of.values()).size === 1;
  const cards = links.map((link) => {
    if (isAlone) return link.closest("li, tr, article, [role=listitem], [role=row]");
    let card = link;
    while (of.get(card.parentElement)) card = card.parentElement;
    return card;
  });
  return [...new Set(cards)].filter(Boolean);
}

/** The order's number that a link names. */
const numberIn = (link) => ORDER_LINK.exec(link.getAttribute("href") ?? "")?.[1];

/** The number of a card's order, and the link that says it if one does. */
/** @type {(card: Element, make: Partial<typeof CARDS>) => { id?: string, link?: Element }} */
function numberOf(card, { info }) {
  for (const link of [card, ...card.querySelectorAll('[href*="id=" i]')]) {
    const id = numberIn(link);
    if (id) return { id, link };
  }
  // The number alone: a date beside it has fewer figures.
  const [id] = /\d{6,24}(?!\d)/.exec(one(card, info)?.textContent ?? "") ?? [];
  return { id };
}

/** The element of the first selector that has one: the surer come first. */
function one(card, selectors = "") {
  for (const selector of selectors.split(", ")) {
    const element = selector && card.querySelector(selector);
    if (element) return element;
  }
  return null;
}

function shown(card, make, id) {
  const texts = leaves(card);
  const orderLink = [card, ...card.querySelectorAll("a[href]")].find((link) =>
    /\/detail\.html|order_?detail/i.test(link.getAttribute("href") ?? ""),
  );
  const store = one(card, make.store);
  const items = itemsOf(card, make);
  return {
    id,
    date:
      dateOf(one(card, make.info), id) ??
      only(texts.filter((text) => isDateLike(text) && !text.includes(id))),
    status: lineIn(one(card, make.status)),
    store: lineIn(store),
    store_url: (store?.closest("a[href]") ?? store?.querySelector("a[href]"))?.href,
    order_url: orderLink?.href,
    total: lineIn(one(card, make.total)) ?? looseTotal(card, make, texts),
    protection: protectionOf(card),
    has_invoice: hasInvoice(card),
    items,
  };
}

/** The one amount in a card that does not say which is its total. What an item is called may look like one: "LED lamp 12 V". */
function looseTotal(card, { name = ITEM_LINK }, texts) {
  const names = new Set([...card.querySelectorAll(name)].map(lineIn));
  return only(texts.filter((text) => isAmountLike(text) && !names.has(text)));
}

/** The texts of what has no elements in it, in their order. */
function leaves(card) {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  /** @type {string[]} */
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node).data.replace(/\s+/g, " ").trim();
    if (text) texts.push(text);
  }
  return texts;
}

/** The text, where there is one such and no other. */
const only = (texts) => (texts.length === 1 ? texts[0] : undefined);

const isDateLike = (text) =>
  text.length < 60 && /\p{Nd}{4}/u.test(text) && /(?:^|\P{Nd})\p{Nd}{4}(?:\P{Nd}|$)/u.test(text);

const isAmountLike = (text) =>
  text.length < 40 &&
  /\p{Nd}/u.test(text) &&
  /\p{Sc}|\b(?:[A-Z]{3}|Rp|TL)\b|zł|Kč|\bkr\b|руб|грн/u.test(text);

/** The part of the header's lines that has no order number in it; all of it where it is one line. */
function dateOf(info, id) {
  if (!info) return undefined;
  const lines = [...info.children].map(lineIn).filter((line) => line && !line.includes(id));
  return only(lines) ?? lines.find(isDateLike) ?? lineIn(info);
}

function itemsOf(card, make) {
  const rows = make.item ? [...card.querySelectorAll(make.item)] : [];
  // On the phone a card of one item has no row of its own.
  const isOne = rows.length === 0 && make.name && card.querySelectorAll(make.name).length === 1;
  const own = isOne ? [card] : rows;
  const items = own.map((row) => itemOf(row, make)).filter(({ name }) => name);
  if (items.length > 0 || make.card) return items;
  return [...card.querySelectorAll(ITEM_LINK)]
    .filter(lineIn)
    .map((link) => ({ name: lineIn(link), url: link.href }));
}

function itemOf(row, make) {
  const name = one(row, make.name);
  const number = one(row, make.price);
  const quantity = lineIn(one(row, make.quantity));
  const text = lineIn(number);
  // "US $6.17 x2": the price is what the quantity leaves of it.
  const [, before, times] = /^(.*?)\s*([x×]\s?\d+)$/i.exec(text ?? "") ?? [];
  return {
    name: name?.querySelector("[title]")?.title || lineIn(name),
    variant: lineIn(one(row, make.variant)),
    quantity: quantity ?? times,
    price: before ?? (quantity ? text?.replace(quantity, "").trim() : text),
    url: row.querySelector(ITEM_LINK)?.href,
  };
}
