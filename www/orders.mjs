// The account's orders, made up once and for all by counting: the same in both generations and on every visit.

import { SWITCHES } from "./switches.mjs";

const STATES = ["toPay", "processing", "awaitingDelivery", "completed", "completed", "canceled", "completed"];
const DAY = 86_400_000;
const LATEST = Date.UTC(2026, 9, 30);
const AT_A_TIME = 10;

/** The order of a number, newest first. Only the six newest can be unfinished. */
export function orderAt(n, lang) {
  const date = new Date(LATEST - n * 5 * DAY);
  return {
    id: `81${String(90210000000000 - n * 7919)}`,
    date: date.toLocaleDateString(lang === "ar" ? "ar-u-nu-latn" : lang, {
      dateStyle: "medium",
      timeZone: "UTC",
    }),
    state: n < 6 ? STATES[n % 4] : STATES[3 + (n % 4)],
    product: `product${(n % 6) + 1}`,
    count: (n % 3) + 1,
    total: `US $${((((n * 37) % 90) + 3) * 1.15).toFixed(2)}`,
  };
}

/** The choices of the list's time, in the order in which the site offers them, each with how many days it reaches back. */
export const PERIODS = [
  ["periodAll", 365],
  ["period6", 182],
  ["period1", 365],
  ["period2", 730],
];

/** Whether the order of a number was placed within so many days of the newest one. */
export const isWithin = (n, days) => n * 5 <= days;

export const isOpen = ({ state }) => !["completed", "canceled"].includes(state);

/** All orders of the visit, and how many of them the page shows at a time: ten, or all of a number asked for. */
export function ordersOf({ switches, lang }) {
  const { orders: many, per } = switches;
  const orders = Array.from({ length: many }, (_, n) => orderAt(n, lang));
  return { orders, atATime: per || (many === SWITCHES.orders.standard ? AT_A_TIME : many) };
}
