// Order lists of the makes and languages of the site, with what a reader has to find in them: the orders are counted out, the
// same at every run. Each list is one page whose script appends, recycles or hides what it shows, as a test wants it.

/** The words of a list in a language: the periods shortest reach last, tabs, what shows more, states (open ones first). */
const WORDS = {
  en: {
    title: "Orders",
    period: ["Orders placed in", "All / Last year", "last 6 months", "last 2 years"],
    tabs: ["View all", "To pay", "Completed", "Deleted orders"],
    more: "View orders",
    date: "Order date",
    id: "Order ID",
    total: "Total",
    states: ["Awaiting delivery", "Completed", "Canceled"],
  },
  de: {
    title: "Bestellungen",
    period: ["Bestellungen aus", "Alle / Letztes Jahr", "letzte 6 Monate", "letzte 2 Jahre"],
    tabs: ["Alle ansehen", "Zu bezahlen", "Abgeschlossen", "Gelöschte Bestellungen"],
    more: "Bestellungen anzeigen",
    date: "Bestelldatum",
    id: "Bestell-Nr.",
    total: "Gesamt",
    states: ["Warten auf Lieferung", "Abgeschlossen", "Storniert"],
  },
  "pt-BR": {
    title: "Pedidos",
    period: ["Pedidos feitos em", "Todos / Último ano", "últimos 6 meses", "últimos 2 anos"],
    tabs: ["Ver tudo", "A pagar", "Concluído", "Pedidos excluídos"],
    more: "Ver pedidos",
    date: "Data do pedido",
    id: "ID do pedido",
    total: "Total",
    states: ["Aguardando a entrega", "Concluído", "Cancelado"],
  },
  ru: {
    title: "Заказы",
    period: ["Заказы за период", "Все / За последний год", "последние 6 месяцев", "последние 2 года"],
    tabs: ["Все", "К оплате", "Завершён", "Удалённые заказы"],
    more: "Показать ещё",
    date: "Дата заказа",
    id: "Номер заказа",
    total: "Итого",
    states: ["Ожидает доставки", "Завершён", "Отменён"],
  },
  ar: {
    title: "الطلبات",
    period: ["الطلبات المقدمة في", "الكل / آخر سنة", "آخر 6 أشهر", "آخر سنتين"],
    tabs: ["عرض الكل", "بانتظار الدفع", "مكتمل", "الطلبات المحذوفة"],
    more: "عرض المزيد",
    date: "تاريخ الطلب",
    id: "رقم الطلب",
    total: "المجموع",
    states: ["بانتظار التسليم", "مكتمل", "ملغي"],
  },
  ja: {
    title: "注文",
    period: ["注文期間", "すべて / 過去1年", "過去6か月", "過去2年"],
    tabs: ["すべて表示", "支払い待ち", "完了", "削除した注文"],
    more: "もっと見る",
    date: "注文日",
    id: "注文番号",
    total: "合計",
    states: ["配達待ち", "完了", "キャンセル"],
  },
  th: {
    title: "คำสั่งซื้อ",
    period: ["คำสั่งซื้อในช่วง", "ทั้งหมด / 1 ปีที่ผ่านมา", "6 เดือนที่ผ่านมา", "2 ปีที่ผ่านมา"],
    tabs: ["ดูทั้งหมด", "ที่ต้องชำระ", "เสร็จสิ้น", "คำสั่งซื้อที่ลบ"],
    more: "ดูเพิ่มเติม",
    date: "วันที่สั่งซื้อ",
    id: "หมายเลขคำสั่งซื้อ",
    total: "ยอดรวม",
    states: ["รอรับสินค้า", "เสร็จสิ้น", "ยกเลิกแล้ว"],
  },
  tr: {
    title: "Siparişler",
    period: ["Verilen siparişler", "Tümü / Son 1 yıl", "Son 6 ay", "Son 2 yıl"],
    tabs: ["Tümünü gör", "Ödenecek", "Tamamlandı", "Silinen siparişler"],
    more: "Daha fazla göster",
    date: "Sipariş tarihi",
    id: "Sipariş numarası",
    total: "Toplam",
    states: ["Teslimat bekleniyor", "Tamamlandı", "İptal edildi"],
  },
};

export const LANGUAGES = Object.keys(WORDS);
const NAMES = [
  "LED lamp",
  "Лампа",
  "مصباح",
  "ランプ",
  "โคมไฟ",
  "Lâmpada “clássica”",
  "Ein <b>Kabel</b> & mehr",
];

/** The order of a number, the newest first: what a file has to say of it, and how the page writes it. */
function orderAt(n, { lang, currency, pictures, noYear }) {
  const { states } = WORDS[lang];
  const day = new Date(Date.UTC(2026, 10, 20) - n * 3 * 86_400_000);
  const digits = currency === "JPY" ? 0 : 2;
  const written = (amount) =>
    new Intl.NumberFormat(lang, { style: "currency", currency, currencyDisplay: "code" })
      .format(amount)
      .replace(/\s+/g, "\u00a0");
  const id = String(8190021000000000 - n * 20000 - (n % 7));
  const prices = Array.from({ length: 1 + (n % 3) }, (_, at) => ((n * 37 + at * 11) % 900) + 1.25);
  const items = pictures
    ? []
    : prices.map((price, at) => ({
        item: `${NAMES[(n + at) % NAMES.length]} ${n}.${at}`,
        variant: at % 2 ? "5 W / EU" : null,
        quantity: 1 + ((n + at) % 4),
        price: digits ? price : Math.round(price * 100),
        item_id: String(1005001234500000 + n * 10 + at),
      }));
  const total = digits ? prices.reduce((sum, price) => sum + price, 0) : 123_400 + n;
  const [status, store] = [n === 0 ? states[0] : states[1 + (n % 5 === 4 ? 1 : 0)], `Store ${n % 9}`];
  return {
    id,
    date: new Intl.DateTimeFormat(lang, {
      ...(noYear ? { month: "long", day: "numeric" } : { dateStyle: "long" }),
      timeZone: "UTC",
    }).format(day),
    status,
    store,
    total: written(total),
    items: items.map((item) => ({ ...item, written: written(item.price) })),
    expected: {
      order_id: id,
      order_date: noYear ? null : day.toISOString().slice(0, 10),
      status,
      store,
      store_url: "https://www.aliexpress.com/store/110",
      order_url: `https://www.aliexpress.com/p/order/detail.html?orderId=${id}`,
      total: { amount: total.toFixed(digits), currency, text: written(total) },
      protection_until: null,
      items: items.map(({ price, ...item }) => ({
        ...item,
        unit_price: price.toFixed(digits),
        currency,
        item_url: `https://www.aliexpress.com/item/${item.item_id}.html`,
      })),
    },
  };
}

/** What a make does not show of an order and of its items. */
const LACKS = {
  cards: { order: {}, item: {} },
  table: { order: { store_url: null }, item: {} },
  phone: {
    order: { order_date: null, store: null, store_url: null },
    item: { item_id: null, variant: null, quantity: null, unit_price: null, currency: null, item_url: null },
  },
  links: {
    order: { store: null, store_url: null },
    item: { variant: null, quantity: null, unit_price: null, currency: null },
  },
};

/** An order as the JSON file has to say it of a list of this make; texts keep the page's no-break spaces there. */
function savedOf({ expected, total }, make, w) {
  const { order, item } = LACKS[make];
  const text = make === "cards" ? `${w.total}: ${total}` : total;
  return {
    ...expected,
    ...order,
    total: { ...expected.total, text },
    items: expected.items.map((one) => ({ ...one, ...item })),
  };
}

const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const detail = (id) => `//www.aliexpress.com/p/order/detail.html?orderId=${id}`;
const goods = (id) => `//www.aliexpress.com/item/${id}.html`;

/** How each make writes an order. */
const MAKES = {
  cards: (order, w) => `<div class="order-item"><div class="order-item-header">
    <div class="order-item-header-status" data-pl="order_item_header_status"><span class="order-item-header-status-text">${order.status}</span></div>
    <div class="order-item-header-right"><div class="order-item-header-right-info" data-pl="order_item_header_info"><div>${w.date}: ${order.date}</div><div>${w.id}: ${order.id} <a>⧉</a></div></div>
    <a data-pl="order_item_header_detail" href="${detail(order.id)}">›</a></div></div>
    <div class="order-item-store"><a href="//www.aliexpress.com/store/110"><span class="order-item-store-name" data-pl="order_item_store_name">${order.store}</span></a></div>
    <div class="order-item-content">${order.items
      .map(
        (
          item,
        ) => `<div class="order-item-content-body"><a href="${goods(item.item_id)}"><div class="order-item-content-info-name"><span title="${escaped(item.item)}">${escaped(item.item)}</span></div></a>
      ${item.variant ? `<div class="order-item-content-info-sku">${item.variant}</div>` : ""}
      <div class="order-item-content-info-number">${item.written}<span class="order-item-content-info-number-quantity">x${item.quantity}</span></div></div>`,
      )
      .join("")}
    <div class="order-item-content-opt"><span class="order-item-content-opt-price-total" data-pl="order_item_content_price_total">${w.total}: ${order.total}</span></div></div></div>`,
  table: (order, w) => `<tbody class="order-item-wraper"><tr class="order-head"><td class="order-info">
    <p class="first-row"><span class="info-title">${w.id}:</span> <span class="info-body">${order.id}</span></p>
    <p class="second-row"><span class="info-title">${w.date}:</span> <span class="info-body">${order.date}</span></p></td>
    <td class="store-info"><p class="first-row"><span class="info-title">Store:</span> <span class="info-body">${order.store}</span></p></td>
    <td class="order-amount"><p class="amount-num">${order.total}</p></td></tr>${order.items
      .map(
        (
          item,
        ) => `<tr class="order-body"><td class="product-sets"><p class="product-title"><a href="${goods(item.item_id)}">${escaped(item.item)}</a></p>
      ${item.variant ? `<p class="product-property">${item.variant}</p>` : ""}
      <p class="product-amount"><span>${item.written}</span> <span>X${item.quantity}</span></p></td><td class="order-status"><span class="f-left">${order.status}</span></td></tr>`,
      )
      .join("")}</tbody>`,
  phone: (order) => `<a class="order-item order-item-mobile" href="${detail(order.id)}">
    <div class="order-item-header"><span class="order-item-header-status-text">${order.status}</span></div>${order.items
      .map(
        (item) =>
          `<div class="order-item-content-body"><div class="order-item-content-info-name"><span title="${escaped(item.item)}">${escaped(item.item)}</span></div></div>`,
      )
      .join("")}<div>${order.total}</div></a>`,
  links: (
    order,
    w,
  ) => `<li class="row-x7"><p>${w.date} <time>${order.date}</time></p><a href="${detail(order.id)}">${w.id}</a>
    <span class="st">${order.status}</span>${order.items
      .map((item) => `<a href="${goods(item.item_id)}">${escaped(item.item)}</a>`)
      .join("")}<b>${order.total}</b></li>`,
};

/**
 * A list: `count` orders of `make` in `lang`, `per` at a time. `grows` says how more of them come: by a button (`press`), by
 * scrolling (`scroll`), in a window of few cards that are used again (`recycle`), or not at all. `period` offers a choice whose
 * default shows half of them; `line` says in a line how many there are, `tab` in the tab that shows all. What else it can be told
 * is named where it is used.
 */
export function orderList(options) {
  const {
    make = "cards",
    lang = "en",
    count = 30,
    per = 10,
    currency = "USD",
    grows = "press",
    period = false,
    line = 0,
    tab = 0,
    selected = 0,
    search = "",
  } = options;
  const w = WORDS[lang];
  const orders = Array.from({ length: count }, (_, n) => orderAt(n, { ...options, lang, currency }));
  const cards = orders.map((order) => MAKES[make](order, w));
  const [label, ...periods] = w.period;
  const holder = { cards: "div", phone: "div", table: 'table id="buyer-ordertable"', links: "ul" }[make];
  const html = `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>${w.title}</title>
  <style>.order-item,li,tbody tr{min-height:60px}body{margin:0 200px 0 20px}</style></head><body>
  <header><form action="/wholesale"><input name="SearchText" placeholder="Search" value="lamp"></form></header>
  <div class="order-main"><h1>${w.title}</h1>
  <div role="tablist">${w.tabs
    .map(
      (name, at) =>
        `<div role="tab" class="comet-tabs-nav-item" aria-selected="${at === selected}">${name}${at === 0 && tab ? ` (${tab})` : at === 1 ? " (1)" : ""}</div>`,
    )
    .join("")}</div>
  ${period ? `<label>${period === "bare" ? "" : label} <select id="period">${periods.map((name) => `<option>${name}</option>`).join("")}</select></label>` : ""}
  <input type="text" placeholder="${w.id}" value="${search}">
  ${line ? `<p>${line} ${w.title.toLowerCase()}</p>` : ""}
  <${holder} class="list"></${holder.split(" ")[0]}><div class="order-more" data-pl="order_more"></div></div>
  <script>
    const all = ${JSON.stringify(cards)}, per = ${per}, grows = ${JSON.stringify(grows)};
    const list = document.querySelector(".list"), more = document.querySelector(".order-more");
    const choice = document.querySelector("#period");
    let shown = 0;
    const cardsNow = () => choice && choice.selectedIndex !== 2 ? all.slice(0, Math.ceil(all.length / 2)) : all;
    function append() {
      const cards = cardsNow();
      list.insertAdjacentHTML("beforeend", cards.slice(shown, shown + per).join(""));
      shown = Math.min(shown + per, cards.length);
      more.innerHTML = grows === "press" && shown < cards.length ? '<button class="comet-btn">${w.more}</button>' : "";
    }
    more.addEventListener("click", append);
    choice?.addEventListener("change", () => { list.innerHTML = ""; shown = 0; append(); });
    if (grows === "scroll") addEventListener("scroll", () => {
      if (innerHeight + scrollY >= document.documentElement.scrollHeight - 200) append();
    });
    if (grows === "recycle") {
      list.style.cssText = "position:relative;height:" + all.length * 200 + "px";
      list.innerHTML = all.slice(0, 8).join("");
      const slots = [...list.children];
      const place = () => {
        const first = Math.max(0, Math.min(all.length - 8, Math.floor((scrollY - 300) / 200)));
        slots.forEach((slot, at) => {
          const made = document.createElement("div");
          made.innerHTML = all[first + at];
          slot.innerHTML = made.firstElementChild.innerHTML;
          slot.style.cssText = "position:absolute;height:190px;top:" + (first + at) * 200 + "px";
        });
      };
      addEventListener("scroll", place);
      place();
    } else append();
  </script></body></html>`;
  return { html, orders: orders.map((order) => savedOf(order, make, w)) };
}
