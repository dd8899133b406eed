// The practice site's switches: one table that the server obeys, that the index page lists and that README.md repeats.
// A switch is a query parameter, remembered in a cookie; `values[0]` is what holds when nothing is said.

export const LANGUAGES = ["en", "ar", "ru", "es", "ja"];

const onOff = ["0", "1"];
const number = "a number";
const text = "a text";

export const SWITCHES = {
  gen: { values: ["2024", "2020"], about: "generation of the pages: React, or server-rendered tables" },
  lang: { values: LANGUAGES, about: "language; a language host (ar.aliexpress.com) sets it too" },
  as: {
    values: ["member", "signed-out", "deactivated", "terminated", "deleted"],
    about: "state of the account; the forms change it",
  },
  member: {
    values: text,
    about: "the e-mail of the account, instead of lena@example.org; signing in with another one sets it",
  },
  stall: {
    values: number,
    about: "the page stops after its doctype for so many milliseconds: no element is there yet",
  },
  late: { values: number, about: "the page's next control renders this many milliseconds later" },
  never: { values: onOff, about: "the page's next control never renders" },
  icon: {
    values: onOff,
    about: "the page's next control is an icon without a name, which only a person can tell (2024)",
  },
  churn: {
    values: number,
    about: "the page's next control is replaced by a fresh node every so many milliseconds",
  },
  hang: { values: onOff, about: "an image that never ends, so the page never completes" },
  reject: {
    values: ["", "phrase"],
    about: "the form refuses the phrase it asked for and wants it in capitals",
  },
  word: { values: text, about: "the phrase that the forms ask for, instead of their own" },
  reason: {
    values: ["", "select", "radio", "listbox", "checkbox", "text"],
    about:
      "form of the reason list (select in 2020, radio in 2024; the Privacy Center asks only if this is given)",
  },
  release: {
    values: onOff,
    about: "the form offers to release the account at the same time (V1b: this deletes)",
  },
  v0: { values: onOff, about: "the form as of before 2014: reason and Confirm, no phrase (V0)" },
  profile: {
    values: ["v1", "delete"],
    about: "where the profile's link leads: the form, or the Privacy Center (V2c)",
  },
  block: { values: ["", "orders", "disputes", "pad"], about: "the Privacy Center refuses with a pop-up" },
  code: {
    values: ["boxes", "iframe"],
    about: "the code's six boxes stand in the page, or in another host's frame",
  },
  dialog: {
    values: ["native", "div"],
    about: "the Yes / No dialog is a modal <dialog>, or a div that looks like one",
  },
  account: {
    values: ["home", "personal"],
    about: "what My Account is: the account's home, or the page with Personal Information",
  },
  loop: { values: onOff, about: "the settings send every visitor back to the account's home" },
  shadow: {
    values: ["", "open", "closed"],
    about:
      "the whole page stands in a shadow root, which its scripts can or can't be asked for; with late it is attached late (2024)",
  },
  tab: { values: ["same", "new"], about: "the profile's and the form's links open a new tab" },
  days: {
    values: number,
    about:
      "the goodbye says after how many days the account is deleted, and that who signs in before cancels it",
  },
  orders: { values: number, standard: 24, about: "so many orders, all at once (else 24, ten at a time)" },
  per: { values: number, about: "so many orders at a time" },
  period: {
    values: onOff,
    about: "the order list offers a choice of its time, and shows the last year first (2024)",
  },
  cases: {
    values: ["open", "refund", "closed", "none"],
    about:
      "the latest of the returns and refunds: still open, refunded three days ago, finished long ago, or there is none",
  },
  money: {
    values: ["some", "none"],
    about:
      "what the wallet and the coupons hold: a balance, a bonus with its end and a gift card, or nothing",
  },
  rows: { values: number, about: "so many rows of filler under any page, for benchmarks" },
  trouble: {
    values: ["", "challenge", "slider", "limit", "error", "maintenance"],
    about: "every page answers with this until it is solved or taken back",
  },
  csp: {
    values: [
      "",
      "none",
      "frame-ancestors",
      "upgrade",
      "self",
      "default-none",
      "nonce",
      "strict-dynamic",
      "wasm",
      "eval",
      "trusted-types",
      "sandbox",
      "report-only-self",
      "two",
      "meta",
    ],
    about: "the page's Content-Security-Policy, with report-uri /csp-report",
  },
};

export const RESET = "reset";

/** The address without its switches, or undefined if it has none: they are in the cookie by now. */
export function cleaned(url) {
  const clean = new URL(url);
  for (const name of [RESET, ...Object.keys(SWITCHES)]) clean.searchParams.delete(name);
  return clean.search === url.search ? undefined : clean;
}

const defaultOf = ({ values, standard }) =>
  Array.isArray(values) ? values[0] : values === number ? (standard ?? 0) : "";

function accepted({ values }, said) {
  if (Array.isArray(values)) return values.includes(said) ? said : undefined;
  if (values === number) return Number.isFinite(Number(said)) ? Math.max(0, Number(said)) : undefined;
  return said.slice(0, 60);
}

/** All switches: what was remembered, overruled by what the address says. */
export function turn(remembered, query) {
  const kept = query.get(RESET) === "1" ? new URLSearchParams() : remembered;
  const state = {};
  for (const [name, rule] of Object.entries(SWITCHES)) {
    state[name] = defaultOf(rule);
    for (const source of [kept, query]) {
      const value = source.has(name) ? accepted(rule, source.get(name)) : undefined;
      if (value !== undefined) state[name] = value;
    }
  }
  return state;
}

/** The switches that differ from their default, as the text of a query or a cookie. */
export function written(state) {
  const changed = Object.entries(state).filter(([name, value]) => value !== defaultOf(SWITCHES[name]));
  return new URLSearchParams(changed).toString();
}

export const isOn = (value) => value === "1";
