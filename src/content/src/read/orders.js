// Reads the orders that a page lists, as texts: what farewell-orders calls `ShownOrder` (src/orders/src/page.rs). It asks for no
// layout, judges no meaning, and looks at each card once, so that a list of thousands costs what its new cards cost.
//
// The makes of the list, newest first, with what tells them apart:
//   cards   `.order-item`, desktop and phone, 2021 to 2026: more than ten order scripts, still so in 2026-07 [B]
//   table   `#buyer-ordertable`, until about 2021: order scripts of 2018 [B]
//   other   whatever has links to orders: a card is what holds the links of one order only

/** The most orders of one call: about a millisecond's work. What is left comes with the next call. */
const MOST = 50;

const ORDER_LINK = /[?&](?:orderId|tradeOrderId|tradeId)=(\d{6,24})(?!\d)/i;
/** What the button is called that saves an order's invoice; English, Spanish and French were seen on the site [B]. */
const INVOICE =
  /invoice|factur|fattur|fatura|faktur|rechnung|счет|рахунок|請求書|領収書|인보이스|영수증|ใบแจ้งหนี้|ใบกำกับ|hóa đơn|فاتورة|חשבונית/iu;

/** What the site calls the protection of a buyer, and how it says it without the word. */
const PROTECTION =
  /prote[cçg]|protez|schutz|bescherming|ochran|ochron|защит|захист|korum|حماية|הגנ|保護|보호|คุ้มครอง|bảo vệ|perlindungan|pelindungan|skydd|refund if|refund until/iu;
/** A longer text is no line that names a day. */
const LONGEST_LINE = 120;
const LONGEST_VALUE = 24;

/** What is struck out, as far as the markup says it: a price of before. */
const STRUCK = 'del, s, strike, [style*="line-through"], [class*="line-through"], [class*="linethrough"]';
/** What tells an amount's currency: where it stands twice, there may be two amounts. */
const SIGN = /\p{Sc}|(?<!\p{L})(?:[A-Z]{3}|Rp|TL|kr)(?!\p{L})|zł|Kč|руб|грн/gu;

/** What a card may hold that is no part of the list: a question of the site, such as whether to remove the order. */
const LIES_OVER = "dialog, iframe, form, [role=dialog], [role=alertdialog], [aria-modal]";

/** A quantity behind a price, where it has no element of its own. */
const TIMES =
  /^(.*?)\s*([x×✕]\s?\p{Nd}+|(?<![\p{Nd}.,])\p{Nd}+\s?(?:шт|szt|stuks|adet|pcs?|ks|st|個|点|개|ชิ้น)\.?)$/iu;

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

const NAMES =
  [CARDS, TABLE].flatMap(({ name, variant, store }) => [name, variant, store]).join(", ") +
  `, ${ITEM_LINK}, script, style, noscript, template`;

/** So many cards at either end of a long list are looked at again; of a list no longer than both ends, all. */
const END = 50;

const read = new WeakMap();
/** The card up to which the list was read, and its make. */
let mark;

/**
 * The orders of cards that were not read before, and whether more of them wait for the next call. A card whose content has
 * become another order's is read anew: a list that does that shows few cards at a time.
 *
 * Where a long list has only grown, nothing but its new cards is looked at; the next call then looks at all of them.
 */
export function readOrders(page = document) {
  const orders = [];
  const { cards, make } = behindTheMark() ?? cardsOf(page);
  let last = mark?.card;
  for (let at = 0; at < cards.length; at++) {
    const card = cards[at];
    const before = read.get(card);
    const isInside = at >= END && at < cards.length - END;
    if (!before || !(isInside || isSame(card, before))) {
      const found = numberOf(card, make);
      if (found.id && before?.id !== found.id) {
        if (orders.length === MOST) {
          mark = { card: last, make };
          return { orders, hasMore: true };
        }
        read.set(card, found);
        orders.push(shown(card, make, found.id));
      }
    }
    last = card;
  }
  mark = { card: last, make };
  return { orders, hasMore: false };
}

/** The cards that follow the mark in its list, as many as one call reads and one more; nothing where there is none. */
function behindTheMark() {
  if (!mark?.make.card || !mark.card?.isConnected) return undefined;
  const cards = [];
  for (let at = mark.card.nextElementSibling; at && cards.length <= MOST; at = at.nextElementSibling)
    if (at.matches(mark.make.card)) cards.push(at);
  return cards.length > 0 ? { cards, make: mark.make } : undefined;
}

/** The last card of the list. */
export function lastCard(page) {
  const behind = behindTheMark();
  if (!behind && mark?.make.card && mark.card?.isConnected) return mark.card;
  const { cards } = cardsOf(page);
  return cards[cards.length - 1];
}

/**
 * Whether an element is the card of an order that was read: what else is on the page needs no second look at it, and of a list of
 * thousands that look would take seconds.
 */
export const isRead = (element) => read.has(element) && !isOverlaid(element);

let overlaid;

/** Whether something of the page lies over a card. Asked once for all cards of a task, in which nothing changes. */
function isOverlaid(card) {
  if (!overlaid) {
    overlaid = [...card.ownerDocument.querySelectorAll(LIES_OVER)];
    queueMicrotask(() => (overlaid = undefined));
  }
  return overlaid.some((one) => card.contains(one));
}

/** The page of one order: what it alone tells, once. What the list says of the order too is the list's to say. */
export function readOrder(page = document) {
  const id = ORDER_LINK.exec(page.location?.search ?? "")?.[1];
  if (!id || read.get(page)?.id === id) return { orders: [], hasMore: false };
  const pressed = [...page.querySelectorAll("a[href], button, [role=button]")];
  const has_invoice = hasInvoice(page) || pressed.some((one) => INVOICE.test(said(one) ?? ""));
  // What has no year there may be a promise of the site to everybody.
  const protection = protectionLines(page.body ?? page.documentElement, isName).find(isDateLike);
  // The page comes in parts: as long as it tells nothing, it is asked again.
  if (!has_invoice && !protection) return { orders: [], hasMore: false };
  read.set(page, { id });
  return { orders: [{ id, protection, has_invoice, items: [] }], hasMore: false };
}

const hasInvoice = (within) =>
  Boolean(within.querySelector('a[href*="/p/tax-ui/"], a[href*="invoiceExport"]'));

/** Whether an element is what an item or a store is called, which may be anything, or no text of the page. */
const isName = (element) => Boolean(element.closest(NAMES));

/** Until when a card says that its buyer is protected: the line with a year, else the first. */
function protectionOf(card) {
  const lines = protectionLines(card, isName);
  return lines.find(isDateLike) ?? lines[0];
}

/** Where the header says the country, language and currency. */
export const SHIP_TO = "ship-to--";

/** Whether the link that told the card's order still does. */
const isSame = (card, { id, link }) => link && card.contains(link) && numberIn(link) === id;

/**
 * The currency that the page says it shows prices in, three letters: what its header says beside the country ("English / USD"),
 * else what the site has noted in its own cookie. A bare "$" has no other witness. `headers` are those of the page, where they are
 * known already.
 * @param {Document} [page]
 * @param {Iterable<Element>} [headers]
 */
export function pageCurrency(page = document, headers = page.querySelectorAll(`[class*="${SHIP_TO}"]`)) {
  const header = [...headers].map((element) => element.textContent).join(" ");
  const codes = new Set(header.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu));
  if (codes.size === 1) return [...codes][0];
  return /\baep_usuc_f=[^;]*\bc_tp=([A-Z]{3})\b/.exec(page.cookie)?.[1];
}

/** The orders' cards, and how this make of them is read. */
function cardsOf(page) {
  for (const make of [CARDS, TABLE]) {
    const cards = page.querySelectorAll(make.card);
    if (cards.length > 0) return { cards, make };
  }
  return { cards: otherCards(page), make: {} };
}

/** Tells the cards from what else is on the page. */
export function isCardOf(page) {
  const { card } = [CARDS, TABLE].find((make) => page.querySelector(make.card)) ?? {};
  if (card) return (element) => element.matches(card);
  const cards = new Set(otherCards(page));
  return (element) => cards.has(element);
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

// The texts of a card, in the page's own signs, its no-break spaces and direction marks included: only the white space that a
// browser shows as one blank is made one.

const squeezed = (text) => text.replace(/[ \t\n\f\r]+/g, " ").trim() || undefined;

/** What an element says, or nothing. */
const said = (element) => (element ? squeezed(element.textContent) : undefined);

/**
 * The text nodes of what is not struck out, in their order.
 * @returns {Generator<any>}
 */
function* texts(element) {
  const hasStruck = element.querySelector(STRUCK);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!hasStruck || !node.parentElement.closest(STRUCK)) yield node;
}

/** What the text nodes say, each by itself. */
const leaves = (element) => [...texts(element)].map((node) => squeezed(node.data)).filter(Boolean);

/**
 * An amount as an element shows it, but for what stands in `aside`, and its whole part and cents where the page tells them apart by
 * their look alone: "R$ 132" with a small "74".
 */
function amountIn(element, aside) {
  if (!element) return {};
  let nodes = [...texts(element)].filter((node) => !aside?.contains(node));
  const joined = () => squeezed(nodes.map(({ data }) => data).join(""));
  // The style is asked for only where there may be two amounts: that is seldom, and it costs.
  if ((joined()?.match(SIGN)?.length ?? 0) > 1) nodes = nodes.filter((node) => !looksStruck(node, element));
  return { text: joined(), parts: partsOf(nodes.map(({ data }) => data)) };
}

function looksStruck(node, within) {
  for (let at = node.parentElement; at; at = at === within ? null : at.parentElement)
    if (getComputedStyle(at).textDecorationLine.includes("line-through")) return true;
  return false;
}

/** The whole part and the cents, where two figures stand in a text node of their own right behind the other figures. */
function partsOf(pieces) {
  const at = pieces.findIndex((piece, n) => n > 0 && /^\s*\p{Nd}{2}\s*$/u.test(piece));
  const before = pieces.slice(0, at).join("");
  const [whole] = /(?<![\p{Nd}.,'])\p{Nd}{1,3}(?:[.,'\s]?\p{Nd}{3})*(?=\s*$)/u.exec(before) ?? [];
  const goesOn = pieces.slice(at + 1).some((piece) => /\p{Nd}/u.test(piece));
  return at > 0 && whole && !goesOn ? [whole, pieces[at].trim()] : undefined;
}

/**
 * The lines with a figure that speak of the buyer's protection, those that the markup names first; none of elements that `isAside`
 * tells, such as the name of a "screen protector".
 */
function protectionLines(within, isAside) {
  const marked = said(within.querySelector('[class*="protect" i]'));
  const lines = marked && /\p{Nd}/u.test(marked) ? [marked] : [];
  if (!PROTECTION.test(within.textContent)) return lines;
  for (const node of texts(within)) {
    const { parentElement } = node;
    if (!PROTECTION.test(node.data) || isAside(parentElement)) continue;
    const line = said(parentElement);
    if (/\p{Nd}/u.test(line)) lines.push(line);
    else lines.push(withValue(line, said(parentElement.parentElement)));
  }
  return lines.filter((line) => line && line.length <= LONGEST_LINE);
}

/** A name with the value that stands beside it: hardly more than a day, and nothing that has a name of its own. */
function withValue(name, around) {
  const value = around?.replace(name, "").trim() ?? "";
  return /\p{Nd}/u.test(value) && value.length <= LONGEST_VALUE && !/[:：]/.test(value) ? around : undefined;
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
  const total = amountIn(one(card, make.total));
  return {
    id,
    date:
      dateOf(one(card, make.info), id) ??
      only(texts.filter((text) => isDateLike(text) && !text.includes(id))),
    status: said(one(card, make.status)),
    store: said(store),
    store_url: storeLink(card, store)?.href,
    order_url: orderLink?.href,
    total: total.text ?? looseTotal(card, make, texts),
    total_parts: total.parts,
    protection: protectionOf(card),
    has_invoice: hasInvoice(card),
    items: itemsOf(card, make),
  };
}

/** The link on or in the store's name, which on a phone stands in the order's own; else the card's link to a store. */
function storeLink(card, store) {
  const own = store?.closest("a[href]") ?? store?.querySelector("a[href]");
  const isOwn = own && own !== card && card.contains(own) && !numberIn(own);
  return isOwn ? own : card.querySelector('a[href*="/store/"]');
}

/** The one amount in a card that does not say which is its total. What an item is called may look like one: "LED lamp 12 V". */
function looseTotal(card, { name = ITEM_LINK }, texts) {
  const names = new Set([...card.querySelectorAll(name)].map(said));
  return only(texts.filter((text) => isAmountLike(text) && !names.has(text)));
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
  const lines = [...info.children].map(said).filter((line) => line && !line.includes(id));
  return only(lines) ?? lines.find(isDateLike) ?? said(info);
}

function itemsOf(card, make) {
  const rows = make.item ? [...card.querySelectorAll(make.item)] : [];
  // On the phone a card of one item has no row of its own.
  const isOne = rows.length === 0 && make.name && card.querySelectorAll(make.name).length === 1;
  const own = isOne ? [card] : rows;
  const items = own.map((row) => itemOf(row, make)).filter(({ name }) => name);
  if (items.length > 0 || make.card) return items;
  return [...card.querySelectorAll(ITEM_LINK)]
    .filter(said)
    .map((link) => ({ name: said(link), url: link.href }));
}

function itemOf(row, make) {
  const name = one(row, make.name);
  const counted = one(row, make.quantity);
  const { text, parts } = amountIn(one(row, make.price), counted);
  // "US $6.17 x2", "617,50 ₽ 2 шт.": the price is what the quantity leaves of it.
  const [, before, times] = (!counted && TIMES.exec(text ?? "")) || [];
  return {
    name: name?.querySelector("[title]")?.title || said(name),
    variant: said(one(row, make.variant)),
    quantity: said(counted) ?? times,
    price: before ?? text,
    price_parts: parts,
    url: row.querySelector(ITEM_LINK)?.href,
  };
}
