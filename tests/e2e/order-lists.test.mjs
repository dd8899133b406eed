// What is read of an order list, in both browsers: the makes of the site, and one that nobody has seen before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { at } from "../../scripts/lib/places.mjs";
import { eachBrowser } from "./harness.mjs";

const { outputFiles } = await build({
  entryPoints: [at("src", "content", "src", "read", "orders.js")],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "reader",
});
const READER = outputFiles[0].text;

const ID = "8187650001112223";

const card = (id, more = "") => `
  <div class="order-item"><div class="order-item-header">
    <div data-pl="order_item_header_status"><span class="order-item-header-status-text">Завершён</span></div>
    <div data-pl="order_item_header_info"><div>Дата заказа: 3 мая 2026 г.</div><div>Номер: ${id} <a>Копировать</a></div></div>
    <a data-pl="order_item_header_detail" href="/p/order/detail.html?orderId=${id}">Детали</a></div>
    <div class="order-item-store"><a href="//www.aliexpress.com/store/1101"><span data-pl="order_item_store_name">Свет</span></a></div>
    <div class="order-item-content"><div class="order-item-content-body">
      <a href="//www.aliexpress.com/item/1005001234567890.html"><div class="order-item-content-info-name"><span title="Лампа настольная">Лампа</span></div></a>
      <div class="order-item-content-info-sku">Белый</div>
      <div class="order-item-content-info-number">617,50 ₽ <span class="order-item-content-info-number-quantity">x2</span></div></div>
    <div data-pl="order_item_content_price_total">Итого: 1 235 ₽</div>${more}</div></div>`;

const TABLE = `<table id="buyer-ordertable"><tbody class="order-item-wraper">
  <tr class="order-head"><td class="order-info">
    <p class="first-row"><span class="info-title">Order ID:</span> <span class="info-body">701234567</span></p>
    <p class="second-row"><span class="info-title">Order time:</span> <span class="info-body">08:11 Feb. 02 2017</span></p></td>
    <td class="store-info"><p class="first-row"><span class="info-body">Cable Store</span></p>
      <p class="second-row"><a href="//www.aliexpress.com/store/1101">View Store</a></p></td>
    <td class="order-amount"><p class="amount-num">$ 6.20</p></td></tr>
  <tr class="order-body"><td class="product-sets"><p class="product-title"><a href="//www.aliexpress.com/item/32801234567.html">USB cable</a></p>
    <p class="product-amount"><span>$ 3.10</span> <span>X2</span></p></td>
    <td class="order-status"><span class="f-left">Awaiting delivery</span></td></tr></tbody></table>`;

const PHONE = `<a class="order-item order-item-mobile" href="/p/order/detail.html?orderId=${ID}">
  <div class="order-item-header"><span class="order-item-header-status-text">Completed</span></div>
  <div class="order-item-content-info-name"><span title="Tent pegs">TEN tent pegs, 18 cm</span></div><div>US $5.60</div></a>`;

const OTHER = `<ul>${[ID, "8187650001132223"]
  .map(
    (id) => `<li><p>Placed <b>May 3, 2026</b></p><a href="/p/order/detail.html?orderId=${id}">See</a>
      <a href="https://www.aliexpress.com/item/1005001234567890.html">Lamp</a><i>€9.20</i></li>`,
  )
  .join("")}</ul>`;

/**
 * The part of reading 5,000 orders that ten more of them may cost: a ratio, because the machine may be busy. The milliseconds are
 * printed.
 */
const PART = 1 / 50;

eachBrowser("order lists", (lab) => {
  /** What the reader finds in a page with this body, and again after `then` has run there. */
  async function readIn(body, then) {
    const page = await lab().open("https://www.aliexpress.com/p/account/index.html");
    return page.evaluate(
      (reader, body, then) => {
        document.body.innerHTML = body;
        const { readOrders } = new Function(`${reader}; return reader;`)();
        const plain = (found) => JSON.parse(JSON.stringify(found));
        const first = plain(readOrders());
        if (!then) return first;
        new Function(then)();
        const began = performance.now();
        const second = plain(readOrders());
        return { first, second, took: performance.now() - began };
      },
      READER,
      body,
      then,
    );
  }

  test("cards of 2021 to 2026", async () => {
    const { orders } = await readIn(card(ID));
    assert.deepEqual(orders, [
      {
        id: ID,
        date: "Дата заказа: 3 мая 2026 г.",
        status: "Завершён",
        store: "Свет",
        store_url: "https://www.aliexpress.com/store/1101",
        order_url: `https://www.aliexpress.com/p/order/detail.html?orderId=${ID}`,
        total: "Итого: 1 235 ₽",
        has_invoice: false,
        items: [
          {
            name: "Лампа настольная",
            variant: "Белый",
            quantity: "x2",
            price: "617,50 ₽",
            url: "https://www.aliexpress.com/item/1005001234567890.html",
          },
        ],
      },
    ]);
  });

  test("tables until 2021", async () => {
    const { orders } = await readIn(TABLE);
    const [{ id, date, status, store, store_url, total, items }] = orders;
    assert.deepEqual([id, date], ["701234567", "Order time: 08:11 Feb. 02 2017"]);
    assert.equal(store_url, "https://www.aliexpress.com/store/1101");
    assert.deepEqual([status, store, total], ["Awaiting delivery", "Cable Store", "$ 6.20"]);
    assert.deepEqual(items, [
      {
        name: "USB cable",
        quantity: "X2",
        price: "$ 3.10",
        url: "https://www.aliexpress.com/item/32801234567.html",
      },
    ]);
  });

  test("cards on the phone", async () => {
    const { orders } = await readIn(PHONE);
    assert.equal(orders.length, 1);
    assert.deepEqual([orders[0].id, orders[0].status, orders[0].total], [ID, "Completed", "US $5.60"]);
    assert.equal(orders[0].items[0].name, "Tent pegs");
    assert.equal(orders[0].date, undefined);
  });

  test("the link of a card on the phone is the order's, not the store's that stands in it", async () => {
    const name = '<div class="order-item-store"><span class="order-item-store-name">Tents</span></div>';
    const { orders } = await readIn(PHONE.replace("<div", `${name}<div`));
    assert.deepEqual([orders[0].store, orders[0].store_url], ["Tents", undefined]);
  });

  /** The first item of a card whose price is this markup. */
  const pricedAt = async (markup) => {
    const { orders } = await readIn(card(ID).replace("617,50 ₽", markup));
    const [{ price, price_parts, quantity }] = orders[0].items;
    return [price, price_parts, quantity];
  };

  test("a price that is struck out is none, by its element, its own style or the page's", async () => {
    for (const markup of [
      "<del>US $19.99</del> US $9.99",
      'US $9.99<span style="text-decoration:line-through">US $19.99</span>',
      "<style>.was{text-decoration:line-through}</style><b>US $9.99</b><i class=was>US $19.99</i>",
    ])
      assert.deepEqual((await pricedAt(markup))[0].replace(/^.*}/, ""), "US $9.99", markup);
  });

  test("whole and cents that only their look keeps apart", async () => {
    for (const [markup, parts] of [
      ["<b>R$</b><b>132</b><sup>74</sup>", ["132", "74"]],
      ["R$ <b>1.132</b> <sup>74</sup>", ["1.132", "74"]],
      ["<b>R$</b><b>132</b><b>,74</b>", undefined],
      ["<b>￥</b><b>1</b><b>,</b><b>234</b>", undefined],
      ["<b>$</b><b>1</b><b>2</b><b>.</b><b>5</b><b>0</b>", undefined],
    ])
      assert.deepEqual((await pricedAt(markup))[1], parts, markup);
  });

  test("a quantity behind its price, in no element of its own", async () => {
    for (const [text, price, quantity] of [
      ["617,50 ₽ 2 шт.", "617,50 ₽", "2 шт."],
      ["US $6.17 × 2", "US $6.17", "× 2"],
      ["6,172원2개", "6,172원", "2개"],
      ["US $6.17", "US $6.17", undefined],
      ["1 234 Kč", "1 234 Kč", undefined],
    ]) {
      const body = card(ID).replace(/617,50 ₽ <span.*?<\/span>/s, text);
      const [item] = (await readIn(body)).orders[0].items;
      assert.deepEqual([item.price, item.quantity], [price, quantity], text);
    }
  });

  test("texts keep the page's own spaces and marks", async () => {
    const total = "Итого:\u00a01\u202f235,50\u00a0₽\u200f";
    const { orders } = await readIn(card(ID).replace("Итого: 1 235 ₽", total));
    assert.equal(orders[0].total, total);
  });

  test("until when a buyer is protected, in whatever element it stands", async () => {
    for (const [more, protection] of [
      ["<p>Refund if no delivery before Oct 15, 2026</p>", "Refund if no delivery before Oct 15, 2026"],
      ["<p>Käuferschutz endet am <b>15.01.2027</b></p>", "Käuferschutz endet am 15.01.2027"],
      ["<p><i>Buyer protection until</i> <b>Oct 15, 2026</b></p>", "Buyer protection until Oct 15, 2026"],
      ["<p><i>Buyer protection</i> <b>Delivery: Oct 15, 2026</b></p>", undefined],
      ["<p>Buyer protection ends in 12 days</p>", "Buyer protection ends in 12 days"],
      ["<p>Buyer protection</p><p>Estimated delivery: Oct 15, 2026</p>", undefined],
      ["<p>Estimated delivery: Oct 15, 2026</p>", undefined],
    ])
      assert.equal((await readIn(card(ID, more))).orders[0].protection, protection, more);
    const named = card(ID).replaceAll("Лампа настольная", "Screen protector 2026");
    assert.equal((await readIn(named)).orders[0].protection, undefined);
  });

  test("another make, by its links to orders", async () => {
    const { orders } = await readIn(OTHER);
    assert.deepEqual(
      orders.map((order) => order.id),
      [ID, "8187650001132223"],
    );
    assert.deepEqual(
      [orders[0].date, orders[0].total, orders[0].items[0].name],
      ["May 3, 2026", "€9.20", "Lamp"],
    );
  });

  test("an order whose items are pictures only has none, and a page without orders has none", async () => {
    const pictures = card(ID).replace(/<div class="order-item-content-info-name">.*?<\/div>/s, "");
    assert.deepEqual((await readIn(pictures)).orders[0].items, []);
    assert.deepEqual(await readIn("<p>8187650001112223</p>"), { orders: [], hasMore: false });
  });

  test("a card is read once, what is appended then, and what becomes another order again", async () => {
    const appended = JSON.stringify(card("8187650001132223"));
    const { first, second } = await readIn(
      card(ID),
      `document.body.insertAdjacentHTML("beforeend", ${appended})`,
    );
    assert.deepEqual(
      [first, second].map(({ orders }) => orders.map((order) => order.id)),
      [[ID], ["8187650001132223"]],
    );
    const changed = `for (const link of document.querySelectorAll("[data-pl=order_item_header_detail]"))
      link.href = "/p/order/detail.html?orderId=8187650001152223"`;
    const again = await readIn(card(ID), changed);
    assert.deepEqual(
      again.second.orders.map((order) => order.id),
      ["8187650001152223"],
    );
  });

  test("the page's currency is what its header says, else what its cookie says, else none", async () => {
    const page = await lab().open("https://www.aliexpress.com/p/account/index.html");
    const found = await page.evaluate((reader) => {
      const { pageCurrency } = new Function(`${reader}; return reader;`)();
      const header = (text) =>
        (document.body.innerHTML = `<div class="ship-to--simpleMenuItem--2ARVOMW">${text}</div>`);
      header("Ship to");
      const none = pageCurrency();
      document.cookie = "aep_usuc_f=site=glo&c_tp=MXN&region=MX&b_locale=es_MX; path=/";
      const cookie = pageCurrency();
      header("EN/ USD");
      const shown = pageCurrency();
      document.cookie = "aep_usuc_f=; path=/; max-age=0";
      return [none ?? null, cookie, shown];
    }, READER);
    assert.deepEqual(found, [null, "MXN", "USD"]);
  });

  test("a long list comes in parts", async () => {
    const many = Array.from({ length: 120 }, (_, n) => card(String(8187650001112223 + n))).join("");
    const { first, second } = await readIn(many, "0");
    assert.deepEqual(
      [first.orders.length, first.hasMore, second.orders.length, second.hasMore],
      [50, true, 50, true],
    );
  });

  test("ten new orders below 5,000 cost next to nothing beside these", async (context) => {
    const page = await lab().open("https://www.aliexpress.com/p/account/index.html");
    const found = await page.evaluate(
      (reader, html, first) => {
        const { readOrders } = new Function(`${reader}; return reader;`)();
        const cards = (from, count) =>
          Array.from({ length: count }, (_, n) =>
            html.replaceAll(first, String(Number(first) + from + n)),
          ).join("");
        document.body.innerHTML = cards(0, 5000);
        let count = 0;
        const start = performance.now();
        for (let more = true; more;) {
          const { orders, hasMore } = readOrders();
          count += orders.length;
          more = hasMore;
        }
        const all = performance.now() - start;
        const took = Array.from({ length: 9 }, (_, turn) => {
          document.body.insertAdjacentHTML("beforeend", cards(5000 + turn * 10, 10));
          const began = performance.now();
          count += readOrders().orders.length;
          return performance.now() - began;
        });
        return { count, all, least: Math.min(...took) };
      },
      READER,
      card(ID),
      ID,
    );
    assert.equal(found.count, 5090);
    context.diagnostic(`5,000 orders ${found.all} ms, ten more ${found.least} ms`);
    assert.ok(found.least <= found.all * PART, `${found.least} ms beside ${found.all}`);
  });
});
