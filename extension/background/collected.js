// What the pages that were visited in a guided tab have shown, in `storage.session`: in memory only, gone with the browser.
//   collected        {"<tab>": {trip, next, full}}: which trip a tab is on, how many batches it has, whether storage was full
//   orders:<trip>:<n>  one batch of orders, as one text: JSON of farewell-orders' `Batch` (src/orders/src/page.rs)
//   before:<trip>      the rows of what to settle first, as one text: JSON of farewell-orders' `Row`s (src/orders/src/before.rs)
//   said:<trip>        the rows that the person ticked, [id]
// A trip has a name of its own, so that a guide that goes on in a new tab takes all of it along by one small change. Batches are
// large: no event of the background reads them, only the checklist does.
import { area, inTurn, putOrRemove, StorageError } from "./store.js";

const ROWS = ["data", "access", "orders", "disputes", "balance"];
const STATES = ["unknown", "open", "clear", "said"];

/** The most signs of a batch, orders in one, and batches of a trip. */
export const MOST = { signs: 400_000, orders: 200, batches: 4000 };

const all = async () => (await area("get", "collected")).collected ?? {};
const put = (trips) => putOrRemove("collected", trips);

const fresh = () => ({ trip: crypto.randomUUID(), next: 0, full: false });

/**
 * Keeps a batch of orders. `refused` for what is none, and while the way is another than `prepare`, whose start is the consent;
 * `full` where storage takes no more.
 */
export function keepOrders(tab, guide, text) {
  if (guide?.flow !== "prepare" || !isBatch(text)) return Promise.resolve({ error: "refused" });
  return inTurn(async () => {
    const trips = await all();
    const trip = trips[tab] ?? fresh();
    if (trip.next >= MOST.batches) return { error: "full" };
    try {
      await area("set", { [`orders:${trip.trip}:${trip.next}`]: text });
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      await put({ ...trips, [tab]: { ...trip, full: true } });
      return { error: "full" };
    }
    await put({ ...trips, [tab]: { ...trip, next: trip.next + 1 } });
    return { ok: true };
  });
}

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
  const slim = rows.map(({ id, state, open, seen, of, until, at }) => ({
    id,
    state,
    open,
    seen,
    of,
    until,
    at,
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
  (row.until === null || /^\d{4}-\d\d-\d\d$/.test(row.until)) &&
  (row.at === undefined || row.at === null || Number.isFinite(row.at));

/** Keeps that the person ticked a row, or took the tick back. */
export function keepSaid(tab, id, on) {
  if (!ROWS.includes(id)) return Promise.resolve({ error: "refused" });
  return onTrip(tab, async ({ trip }) => {
    const key = `said:${trip}`;
    const before = ((await area("get", key))[key] ?? []).filter((other) => other !== id);
    await area("set", { [key]: on ? [...before, id] : before });
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
  ...Array.from({ length: next }, (_, n) => `orders:${trip}:${n}`),
  `before:${trip}`,
  `said:${trip}`,
];

/** Takes all away that was read in this tab. */
export function dropCollected(tab) {
  return inTurn(async () => {
    const { [tab]: gone, ...others } = await all();
    if (!gone) return;
    await area("remove", keysOf(gone));
    await put(others);
  });
}

/** Takes all away that was read in any tab. */
export function dropAllCollected() {
  return inTurn(async () => {
    await area("remove", ["collected", ...Object.values(await all()).flatMap(keysOf)]);
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
