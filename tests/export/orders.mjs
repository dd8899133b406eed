// Orders to save: as many as asked for, the same at every run, with what the site's languages and currencies bring along and
// with texts that break a careless writer. Some values are missing, as on a real page.

const LANGUAGES = [
  {
    status: "Completed",
    store: "Bright Lamps Store",
    item: "LED lamp, warm white",
    variant: "5 W / EU plug",
  },
  {
    status: "Aguardando a entrega",
    store: "Loja São João",
    item: "Lâmpada de mesa “clássica”",
    variant: "Cor: café",
  },
  { status: "Завершён", store: "Магазин «Свет»", item: "Настольная лампа", variant: "Цвет: белый; 5 Вт" },
  { status: "مكتمل", store: "متجر النور", item: "مصباح مكتب ١٢ فولت", variant: "أبيض، صغير" },
  { status: "הושלם", store: "חנות אור", item: "מנורת שולחן", variant: "לבן" },
  { status: "完了", store: "灯りの店", item: "デスクランプ（電球色）", variant: "色：白" },
  { status: "배송 중", store: "빛 상점", item: "책상 램프", variant: "색상: 흰색" },
  { status: "เสร็จสิ้น", store: "ร้านแสง", item: "โคมไฟตั้งโต๊ะ", variant: "สีขาว" },
  { status: "Đã hoàn thành", store: "Cửa hàng Ánh Sáng", item: "Đèn bàn", variant: "Màu trắng" },
  { status: "Dokončeno", store: "Světla s.r.o.", item: "Stolní lampa – žlutá", variant: "5 W" },
];

const CURRENCIES = [
  { code: "USD", cents: 2, text: (amount) => `US $${amount}` },
  { code: "EUR", cents: 2, text: (amount) => `${amount.replace(".", ",")}\u00a0€` },
  { code: "BRL", cents: 2, text: (amount) => `R$ ${amount.replace(".", ",")}` },
  { code: "JPY", cents: 0, text: (amount) => `￥${amount}` },
  { code: "KWD", cents: 3, text: (amount) => `KWD ${amount}` },
  { code: null, cents: 2, text: (amount) => `$${amount}` },
];

// What a spreadsheet takes for a formula, a parser for markup or for the end of a cell.
const HOSTILE = [
  '=HYPERLINK("https://example.org";"x")',
  "+49 170 1234567",
  "-10% off, today",
  "@SUM(A1:A9)",
  'He said "no", twice',
  "two\nlines",
  "<b>bold</b> & <script>alert(1)</script>",
  "a,b;c\td",
  "😀 🇫🇷 \u200fעברית\u200f",
  "007",
  "1e5",
  "TRUE",
  "2026-05-03",
];

/** A small generator of numbers (mulberry32): the same seed gives the same orders. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const two = (number) => String(number).padStart(2, "0");

/** The file that is saved for `count` orders of about `items` items each. */
export function orderFile(count, items, seed = count + 1) {
  const roll = dice(seed);
  const orders = Array.from({ length: count }, (_, at) => order(at, items, roll));
  return {
    schema: "urn:farewell:orders:1",
    saved_at: "2026-11-30T10:15:00Z",
    account_language: "en",
    period: "last 2 years",
    seen: count,
    of: count,
    complete: true,
    ended: true,
    unreadable: orders
      .filter((one) => one.order_date === null)
      .map(({ order_id }) => ({ order_id, field: "order_date", text: "Order date: Jul 15" })),
    orders,
  };
}

function order(at, items, roll) {
  const words = LANGUAGES[roll(LANGUAGES.length)];
  const currency = CURRENCIES[roll(CURRENCIES.length)];
  const maybe = (value, oneIn = 9) => (roll(oneIn) === 0 ? null : value);
  const order_id = String(8180000000000000 + at * 20000 + roll(20000));
  const day = `${2025 + roll(2)}-${two(1 + roll(12))}-${two(1 + roll(28))}`;
  const time = [
    "",
    `T${two(roll(24))}:${two(roll(60))}`,
    `T${two(roll(24))}:${two(roll(60))}:${two(roll(60))}`,
  ];
  const amount = (roll(4) === 0 ? roll(9000000) : roll(90000)) / 10 ** currency.cents;
  const total = amount.toFixed(currency.cents);
  const count = roll(11) === 0 ? 0 : Math.max(1, items - 1 + roll(3));
  return {
    order_id,
    order_date: maybe(`${day}${time[roll(3)]}`),
    status: words.status,
    store: roll(7) === 0 ? HOSTILE[roll(HOSTILE.length)] : maybe(words.store),
    store_url: maybe(`https://www.aliexpress.com/store/${1100000000 + roll(9999999)}`),
    order_url: `https://www.aliexpress.com/p/order/detail.html?orderId=${order_id}`,
    total: { amount: total, currency: currency.code, text: `Total: ${currency.text(total)}` },
    protection_until: maybe(day, 2),
    items: Array.from({ length: count }, () => item(words, currency, roll, maybe)),
  };
}

function item(words, currency, roll, maybe) {
  const item_id = String(1005000000000000 + roll(4000000000));
  const price = maybe((roll(50000) / 10 ** currency.cents).toFixed(currency.cents));
  return {
    item_id,
    item: roll(5) === 0 ? HOSTILE[roll(HOSTILE.length)] : maybe(words.item, 20),
    variant: roll(9) === 0 ? HOSTILE[roll(HOSTILE.length)] : maybe(words.variant),
    quantity: maybe(1 + roll(12)),
    unit_price: price,
    currency: price === null ? null : currency.code,
    item_url: maybe(`https://www.aliexpress.com/item/${item_id}.html`),
  };
}

/** The rows of the site's own file for `count` orders (facts: docs of two programs that read it), and the orders they are. */
export function siteRows(count, seed = count + 1) {
  const roll = dice(seed);
  const head =
    "order_id,parent_orderid,gmt_create_order_time,order_status,item_name,unit_price,payable_amt,is_success_pay";
  const rows = [head.split(",").map((name) => (roll(3) === 0 ? ` ${name.toUpperCase()} ` : name))];
  const orders = Array.from({ length: count }, (_, at) => {
    const order_id = String(8180000000000000 + at * 20000 + roll(10000));
    const time = `${2020 + roll(7)}-${two(1 + roll(12))}-${two(1 + roll(28))} ${two(roll(24))}:${two(roll(60))}:${two(roll(60))}`;
    const status = ["FINISH", "PLACE_ORDER_SUCCESS", "RISK_CONTROL", "CANCEL"][roll(4)];
    const total = roll(100000);
    const lines = 1 + roll(4);
    // An order of one line may have no number above it.
    const parent = lines === 1 ? [order_id, "", "0", "nan"][roll(4)] : order_id;
    const items = Array.from({ length: lines }, (_, line) => {
      const item = LANGUAGES[roll(LANGUAGES.length)].item;
      const price = roll(50000);
      const own = lines === 1 ? order_id : String(8180000000000000 + at * 20000 + 10000 + line);
      rows.push([own, parent, time, status, item, String(price), String(total), roll(2) ? "true" : "false"]);
      return { ...NO_ITEM, item, unit_price: (price / 100).toFixed(2) };
    });
    return {
      order_id,
      order_date: time.replace(" ", "T"),
      status,
      store: null,
      store_url: null,
      order_url: `https://www.aliexpress.com/p/order/detail.html?orderId=${order_id}`,
      total: { amount: (total / 100).toFixed(2), currency: null, text: String(total) },
      protection_until: null,
      items,
    };
  });
  return { rows, orders };
}

const NO_ITEM = {
  item_id: null,
  item: null,
  variant: null,
  quantity: null,
  unit_price: null,
  currency: null,
  item_url: null,
};
