// What the pages that were visited in a guided tab have shown, in `storage.session`: in memory only, gone with the browser.
//   collected        {"<tab>": {trip, next, full}}: which trip a tab is on, how many batches it has, whether storage was full
//   orders:<trip>:<n>  one batch of orders, as one text: JSON of farewell-orders' `Batch` (src/orders/src/page.rs)
//   tally:<trip>:<n>   what the next document counts the orders of that batch by (src/orders/src/tally.rs): an engine begins with it
//   before:<trip>      the rows of what to settle first, as one text: JSON of farewell-orders' `Row`s (src/orders/src/before.rs)
//   said:<trip>        the rows that the person ticked, [id]
//   saved:<trip>       the names of the files that the person saved, [name]
//   receipt:<tab>      the facts of a leaving, {flow, day, said, delay, before, saved} (src/pages/src/kept.rs)
// A trip has a name of its own, so that a guide that goes on in a new tab takes all of it along by one small change. Batches are
// large: no event of the background reads them, only the checklist does.
import { area, inTurn, putOrRemove, StorageError } from "./store.js";

const ROWS = ["data", "access", "orders", "disputes", "balance"];
const STATES = ["unknown", "open", "clear", "said"];
const HOLDINGS = ["balance", "bonus", "gift-card", "coupons", "coins", "cards"];
const LEFT = ["nothing", "something", "unclear"];

/** The most signs of a batch, of its tally and of what the site said; orders in one batch, batches of a trip, saved files. */
export const MOST = { signs: 400_000, tally: 20_000, orders: 200, batches: 4000, saved: 40, said: 300 };

const all = async () => (await area("get", "collected")).collected ?? {};
const put = (trips) => putOrRemove("collected", trips);

const fresh = () => ({ trip: crypto.randomUUID(), next: 0, full: false });

/**
 * Keeps a batch of orders. `refused` for what is none, and while a way runs whose start was no consent to that; `full` where
 * storage takes no more.
 */
export function keepOrders(tab, guide, { text, tally = "" }) {
  const isOne = isBatch(text) && typeof tally === "string" && tally.length <= MOST.tally;
  if (!guide?.keepsOrders || !isOne) return Promise.resolve({ error: "refused" });
  return inTurn(async () => {
    const trips = await all();
    const trip = trips[tab] ?? fresh();
    if (trip.next >= MOST.batches) return { error: "full" };
    try {
      const [orders, counted] = batchKeys(trip.trip, trip.next);
      await area("set", { [orders]: text, [counted]: tally });
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      await put({ ...trips, [tab]: { ...trip, full: true } });
      return { error: "full" };
    }
    await put({ ...trips, [tab]: { ...trip, next: trip.next + 1 } });
    return { ok: true };
  });
}

const batchKeys = (trip, n) => [`orders:${trip}:${n}`, `tally:${trip}:${n}`];

/** Whether a text is a batch as the checklist can read it. */
function isBatch(text) {
  if (typeof text !== "string" || text.length > MOST.signs) return false;
  const { page, orders } = parsed(text) ?? {};
  const isOrder = (order) => /^\d{6,24}$/.test(order?.id);
  return (
    typeof page === "object" &&
    page !== null &&
    Array.isArray(orders) &&
    orders.length <= MOST.orders &&
    orders.every(isOrder)
  );
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps the rows of what to settle first. */
export function keepBefore(tab, text) {
  const rows = typeof text === "string" && text.length < 10_000 ? parsed(text) : undefined;
  if (!Array.isArray(rows) || !rows.every(isRow)) return Promise.resolve({ error: "refused" });
  const slim = rows.map(({ id, state, open, seen, of, until, at, holdings }) => ({
    id,
    state,
    open,
    seen,
    of,
    until,
    at,
    ...(holdings && {
      holdings: holdings.map(({ kind, text, left, until }) => ({ kind, text, left, until })),
    }),
  }));
  return onTrip(tab, ({ trip }) => area("set", { [`before:${trip}`]: JSON.stringify(slim) }));
}

const isCount = (value) => Number.isInteger(value) && value >= 0;
const isRow = (row) =>
  ROWS.includes(row?.id) &&
  STATES.includes(row.state) &&
  isCount(row.open) &&
  isCount(row.seen) &&
  (row.of === null || isCount(row.of)) &&
  isDayOrNone(row.until) &&
  (row.at === undefined || row.at === null || Number.isFinite(row.at)) &&
  (row.holdings === undefined || (Array.isArray(row.holdings) && row.holdings.every(isHolding)));
const isDayOrNone = (day) => day === null || /^\d{4}-\d\d-\d\d$/.test(day);
const isHolding = (holding) =>
  HOLDINGS.includes(holding?.kind) &&
  typeof holding.text === "string" &&
  LEFT.includes(holding.left) &&
  isDayOrNone(holding.until);

/** Keeps that the person ticked a row, or took the tick back. */
export function keepSaid(tab, id, on) {
  if (!ROWS.includes(id)) return Promise.resolve({ error: "refused" });
  return onTrip(tab, async ({ trip }) => {
    const key = `said:${trip}`;
    const before = ((await area("get", key))[key] ?? []).filter((other) => other !== id);
    await area("set", { [key]: on ? [...before, id] : before });
  });
}

/** Keeps the name of a file that the person saved; a receipt that is there already gets it too. */
export function keepSaved(tab, name) {
  if (!/^aliexpress-orders-[\d-]{10}\.(csv|json|xlsx|html)$/.test(name))
    return Promise.resolve({ error: "refused" });
  return onTrip(tab, async ({ trip }) => {
    const [key, receiptKey] = [`saved:${trip}`, `receipt:${tab}`];
    const kept = await area("get", [key, receiptKey]);
    const saved = [...new Set([...(kept[key] ?? []), name])].slice(-MOST.saved);
    const receipt = kept[receiptKey] && { [receiptKey]: { ...kept[receiptKey], saved } };
    await area("set", { [key]: saved, ...receipt });
  });
}

const isDelay = (delay) => isCount(delay?.number) && ["hour", "day", "week", "month"].includes(delay.unit);

/** Keeps the facts of a leaving: the site has said that it is done. */
export function keepReceipt(tab, flow, { said, delay, before }) {
  const rows = (Array.isArray(before) ? before : []).filter(isRow).map(({ id, state }) => ({ id, state }));
  const day = new Date().toLocaleDateString("sv");
  return onTrip(tab, async ({ trip }) => {
    const saved = (await area("get", `saved:${trip}`))[`saved:${trip}`] ?? [];
    const lasts = isDelay(delay) ? { delay: { number: delay.number, unit: delay.unit } } : {};
    const receipt = { flow, day, said: String(said).slice(0, MOST.said), ...lasts, before: rows, saved };
    await area("set", { [`receipt:${tab}`]: receipt });
  });
}

/** What an engine that begins in this tab is told of what was read there before. */
export function collectedOf(tab) {
  return inTurn(async () => {
    const { [tab]: trip } = await all();
    if (!trip) return {};
    const keys = Array.from({ length: trip.next }, (_, n) => batchKeys(trip.trip, n)[1]);
    const [before, said] = [`before:${trip.trip}`, `said:${trip.trip}`];
    const kept = await area("get", [...keys, before, said]);
    return {
      rows: parsed(kept[before] ?? "[]") ?? [],
      said: kept[said] ?? [],
      tallies: keys.map((key) => kept[key] ?? ""),
    };
  });
}

/** Does `work` with the tab's trip, which begins here if there is none. */
function onTrip(tab, work) {
  return inTurn(async () => {
    const trips = await all();
    const trip = trips[tab] ?? fresh();
    if (!trips[tab]) await put({ ...trips, [tab]: trip });
    await work(trip);
    return { ok: true };
  });
}

const keysOf = ({ trip, next }) => [
  ...Array.from({ length: next }, (_, n) => batchKeys(trip, n)).flat(),
  ...["before", "said", "saved"].map((kind) => `${kind}:${trip}`),
];

/** Takes all away that was read in this tab. */
export function dropCollected(tab) {
  return inTurn(async () => {
    const { [tab]: gone, ...others } = await all();
    if (!gone) return;
    await area("remove", [...keysOf(gone), `receipt:${tab}`]);
    await put(others);
  });
}

/** Takes all away that was read in any tab. */
export function dropAllCollected() {
  return inTurn(async () => {
    const trips = await all();
    const receipts = Object.keys(trips).map((tab) => `receipt:${tab}`);
    await area("remove", ["collected", ...Object.values(trips).flatMap(keysOf), ...receipts]);
  });
}

/** The guide goes on in another tab, and what was read goes along. What that tab had before is left as it was if this one has none. */
export function moveCollected(from, to) {
  return inTurn(async () => {
    const { [from]: trip, ...others } = await all();
    if (trip) await put({ ...others, [to]: trip });
  });
}

/** Whether anything is kept of this or any tab. */
export const hasCollected = () => inTurn(async () => Object.keys(await all()).length > 0);
