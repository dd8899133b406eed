// What was read in a guided tab: what is kept, what is refused, and when it goes.
import assert from "node:assert/strict";
import test from "node:test";
import { MOST } from "../../extension/background/collected.js";
import { fakeBrowser, startBackground } from "./fake.mjs";

const page = "https://www.aliexpress.com/p/order/index.html";
const guide = { flow: "prepare", reason: null, email: "", ticked: [], keepsOrders: true };
const batch = (...ids) => JSON.stringify({ page: { language: "en" }, orders: ids.map((id) => ({ id })) });
const ORDER = "8180000000000001";

async function guided(others = {}) {
  const fake = fakeBrowser({ tabs: { 1: page, 2: page } });
  await startBackground();
  await fake.settle();
  await fake.ask({ type: "start", tab: 1, guide: { ...guide, ...others } }, fake.popup);
  fake.tell = (message) => fake.ask(message, fake.engineIn(1));
  fake.keys = (kind) => [...fake.stored.keys()].filter((key) => key.startsWith(`${kind}:`));
  return fake;
}

test("each batch is kept as the one text that it came as", async () => {
  const fake = await guided();
  assert.deepEqual(await fake.tell({ type: "orders", text: batch(ORDER) }), { ok: true });
  assert.deepEqual(await fake.tell({ type: "orders", text: batch() }), { ok: true });
  assert.deepEqual(
    fake.keys("orders").map((key) => fake.stored.get(key)),
    [batch(ORDER), batch()],
  );
  assert.equal(fake.stored.get("collected")[1].next, 2);
});

test("orders are kept where the start was the consent to it, and nowhere else", async () => {
  for (const keepsOrders of [false, undefined]) {
    const fake = await guided({ keepsOrders });
    assert.deepEqual(await fake.tell({ type: "orders", text: batch(ORDER) }), { error: "refused" });
    assert.deepEqual(fake.keys("orders"), []);
  }
});

test("what is no batch is refused", async () => {
  const fake = await guided();
  const tooMany = batch(...Array.from({ length: MOST.orders + 1 }, () => ORDER));
  const others = [undefined, 7, "", "{", "null", "[]", '{"orders":[]}', '{"page":{},"orders":{}}'];
  for (const text of [...others, batch("=1"), batch(7), tooMany, " ".repeat(MOST.signs + 1)]) {
    assert.deepEqual(await fake.tell({ type: "orders", text }), { error: "refused" });
  }
  assert.deepEqual(fake.keys("orders"), []);
});

test("a full storage is said, and what was read stays", async () => {
  const fake = await guided();
  await fake.tell({ type: "orders", text: batch(ORDER) });
  const { set } = fake.api.storage.session;
  fake.api.storage.session.set = async (items) => {
    if (Object.keys(items).some((key) => key.startsWith("orders:"))) throw new Error("quota");
    return set(items);
  };
  assert.deepEqual(await fake.tell({ type: "orders", text: batch(ORDER) }), { error: "full" });
  assert.equal(fake.keys("orders").length, 1);
  assert.equal(fake.stored.get("collected")[1].full, true);
});

test("the rows of what to settle first are kept without anything else in them", async () => {
  const fake = await guided({ flow: "delete" });
  const row = { id: "orders", state: "open", open: 2, seen: 30, of: 30, until: "2026-12-01", at: 1 };
  assert.deepEqual(await fake.tell({ type: "before", text: JSON.stringify([{ ...row, name: "Lena" }]) }), {
    ok: true,
  });
  const [key] = fake.keys("before");
  assert.deepEqual(JSON.parse(fake.stored.get(key)), [row]);
  const bonus = { kind: "bonus", text: "US $3.00", left: "something", until: "2026-12-31" };
  const balance = { ...row, id: "balance", holdings: [bonus] };
  const text = JSON.stringify([{ ...balance, holdings: [{ ...bonus, name: "Lena" }] }]);
  assert.deepEqual(await fake.tell({ type: "before", text }), { ok: true });
  assert.deepEqual(JSON.parse(fake.stored.get(key)), [balance]);
  for (const wrong of [
    { id: "x" },
    { state: "fine" },
    { open: -1 },
    { of: 1.5 },
    { until: "soon" },
    { at: "now" },
    { holdings: {} },
    { holdings: [{ ...bonus, kind: "gold" }] },
    { holdings: [{ ...bonus, text: 3 }] },
    { holdings: [{ ...bonus, left: "much" }] },
    { holdings: [{ ...bonus, until: "soon" }] },
  ]) {
    const text = JSON.stringify([{ ...row, ...wrong }]);
    assert.deepEqual(await fake.tell({ type: "before", text }), { error: "refused" }, text);
  }
});

test("a tick is kept and taken back", async () => {
  const fake = await guided();
  const say = (id, on) => fake.ask({ type: "said", tab: 1, id, on }, fake.popup);
  const said = () => fake.stored.get(fake.keys("said")[0]);
  await say("data", true);
  await say("access", true);
  await say("data", true);
  assert.deepEqual(said(), ["access", "data"]);
  await say("access", false);
  assert.deepEqual(said(), ["data"]);
  assert.deepEqual(await say("everything", true), { error: "refused" });
});

test("Stop and the closed tab take all of it away; another way and the site's goodbye do not", async () => {
  for (const [end, isGone] of [
    [(fake) => fake.ask({ type: "stop", tab: 1 }, fake.popup), true],
    [(fake) => fake.api.tabs.onRemoved.fire(1, {}), true],
    [(fake) => fake.ask({ type: "start", tab: 1, guide: { ...guide, flow: "delete" } }, fake.popup), false],
    [(fake) => fake.tell({ type: "over" }), true],
    [(fake) => fake.tell({ type: "over", farewell: { said: "Gone in 7 days", before: [] } }), false],
  ]) {
    const fake = await guided();
    await fake.tell({ type: "orders", text: batch(ORDER) });
    await fake.ask({ type: "said", tab: 1, id: "data", on: true }, fake.popup);
    await end(fake);
    await fake.settle();
    const left = [...fake.keys("orders"), ...fake.keys("said")].length;
    assert.equal(left === 0, isGone, String(end));
  }
});

test("a tab that is closed after the guide has ended takes along what was read in it", async () => {
  const fake = await guided();
  await fake.tell({ type: "orders", text: batch(ORDER) });
  await fake.tell({ type: "over", farewell: { said: "", before: [] } });
  await fake.api.tabs.onRemoved.fire(1, {});
  await fake.settle();
  assert.deepEqual([...fake.keys("orders"), ...fake.keys("receipt")], []);
});

test("the receipt holds the way, the day, what the site said, the rows and the saved files, and nothing else", async () => {
  const fake = await guided({ flow: "delete" });
  const save = (name) => fake.ask({ type: "saved", tab: 1, name }, fake.popup);
  await save("aliexpress-orders-2026-11-30.csv");
  assert.deepEqual(await save("../else.csv"), { error: "refused" });
  const row = { id: "orders", state: "clear", open: 0, seen: 3, of: 3, until: null, at: 1 };
  const farewell = { said: "Gone in 7 days", delay: { number: 7, unit: "day" }, before: [row, { id: "x" }] };
  await fake.tell({ type: "over", farewell });
  await save("aliexpress-orders-2026-11-30.html");
  assert.deepEqual(fake.stored.get("receipt:1"), {
    flow: "delete",
    day: new Date().toLocaleDateString("sv"),
    said: "Gone in 7 days",
    delay: { number: 7, unit: "day" },
    before: [{ id: "orders", state: "clear" }],
    saved: ["aliexpress-orders-2026-11-30.csv", "aliexpress-orders-2026-11-30.html"],
  });
});

test("an engine that begins is told what was read in its tab before", async () => {
  const fake = await guided();
  assert.deepEqual((await fake.tell({ type: "hello" })).collected, {});
  await fake.tell({ type: "orders", text: batch(ORDER), tally: `${ORDER} w - 10` });
  const row = { id: "orders", state: "open", open: 1, seen: 1, of: null, until: null, at: 1 };
  await fake.tell({ type: "before", text: JSON.stringify([row]) });
  await fake.ask({ type: "said", tab: 1, id: "data", on: true }, fake.popup);
  assert.deepEqual((await fake.tell({ type: "hello" })).collected, {
    rows: [row],
    said: ["data"],
    tallies: [`${ORDER} w - 10`],
  });
});

test("a page of ours that the callout offers opens for its tab, and no other page does", async () => {
  const fake = await guided();
  for (const letter of ["access", "&region=uk", undefined])
    assert.deepEqual(await fake.tell({ type: "open", page: "letter", letter }), { ok: true });
  assert.deepEqual(await fake.tell({ type: "open", page: "before", letter: "access" }), { ok: true });
  assert.deepEqual(await fake.tell({ type: "open", page: "options" }), { error: "refused" });
  assert.deepEqual(
    fake.created.map(({ url }) => url.replace(/^.*\//, "")),
    [
      "letter.html?tab=1&letter=access&site=",
      ...Array(2).fill("letter.html?tab=1&letter=&site="),
      "before.html?tab=1",
    ],
  );
});

test("no event of the background reads the orders", async () => {
  const fake = await guided();
  await fake.tell({ type: "orders", text: batch(ORDER) });
  const { get } = fake.api.storage.session;
  const asked = [];
  fake.api.storage.session.get = (key) => {
    asked.push(key);
    return get(key);
  };
  await fake.tell({ type: "orders", text: batch(ORDER) });
  await fake.tell({ type: "hello" });
  await fake.api.tabs.onUpdated.fire(1, { status: "loading" }, { id: 1, url: page });
  await fake.settle();
  assert.deepEqual(
    asked.filter((key) => key === null || String(key).startsWith("orders:")),
    [],
  );
});
