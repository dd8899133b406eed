// Every walk that the product promises, as data: which flow, from which page, in which generation and language, with
// which of the site's switches, and what only the person can do on the way. The flows' suite and the rehearsal use it.

import { clickControl, overlay, pressInOverlay } from "./harness/overlay.mjs";
import { codeInFrame, fillTheRest, fieldsIn, signIn } from "./harness/person.mjs";
import { until } from "./harness/until.mjs";

const ID_COPY = new URL("../../extension/icons/128.png", import.meta.url).pathname;

/** On the reactivation form much is asked that the guide has no control for; the person fills that first. */
async function reactivateForm(lab, page, seen, answers) {
  const [spot] = seen.spotlights;
  const field = spot && (await fieldsIn(lab, page, spot.box));
  if (spot?.control === "email" && !field.done) {
    await page.mouse.click(...field.at);
    await page.keyboard.type(answers.email);
  } else if (await fillTheRest(lab, page)) {
    await page.keyboard.press("Tab");
  } else if (spot?.control === "id-upload" && !field.done) {
    await (await page.$("input[type=file]")).uploadFile(answers.file);
  } else if (spot?.control === "submit") {
    await clickControl(lab, page, "submit");
  }
}

const points = ({ spotlights }, control) => spotlights.some((spot) => spot.control === control);

/** On the order list: the longest time, then all that it offers. Nothing but the count in the callout tells one press from the next. */
async function wholeList(lab, page, seen) {
  if (points(seen, "order-period")) {
    const periods = await page.$(".order-main select");
    return periods.select(await periods.$eval("option:last-child", (one) => one.value));
  }
  for (let now = seen; points(now, "load-more");) {
    const { text } = now.callout;
    await clickControl(lab, page, "load-more");
    now = await until(
      async () => {
        const after = await overlay(lab, page);
        return after?.callout && after.callout.text !== text && after;
      },
      { what: "more orders are counted" },
    );
  }
  return toTheNext(lab, page);
}

/** The link to the next page of a way that only looks: there is none while the page loads, or before it is known to be all. */
async function toTheNext(lab, page) {
  const next = await until(async () => (await overlay(lab, page))?.callout?.links[0], {
    what: "the link to the next page",
  });
  return pressInOverlay(lab, page, next.text);
}

const looking = {
  "order-list": wholeList,
  ...Object.fromEntries(
    ["dispute-list", "wallet", "coupons", "addresses", "subscriptions"].map((page) => [page, toTheNext]),
  ),
};

const handlers = { "signed-out": signIn };
const word = { phrase: "agree" };

/** Each begins at the page `from`; `ends` names the states or the page of its end, `done` where there is none. */
export const WALKS = [
  {
    flow: "prepare",
    name: "all there is to see",
    gen: "2024",
    from: "orders",
    switches: { period: "1", orders: "80", per: "20" },
    handlers: looking,
    ends: ["privacy-center"],
    core: true,
  },
  ...["2024", "2020"].flatMap((gen) =>
    ["en", "ar"].map((lang) => ({
      flow: "deactivate",
      name: "the form",
      gen,
      lang,
      from: "home",
      switches: { reason: "select" },
      core: true,
    })),
  ),
  { flow: "deactivate", name: "the form", gen: "2020", lang: "es", from: "home" },
  {
    flow: "deactivate",
    name: "signed out first",
    gen: "2024",
    from: "home",
    switches: { as: "signed-out" },
    handlers,
  },
  {
    flow: "deactivate",
    name: "reasons as radio buttons",
    gen: "2024",
    from: "account",
    switches: { reason: "radio" },
  },
  {
    flow: "deactivate",
    name: "reasons as a list box",
    gen: "2024",
    from: "account",
    switches: { reason: "listbox" },
  },
  { flow: "deactivate", name: "V0, no phrase", gen: "2020", from: "account", switches: { v0: "1" } },
  {
    flow: "deactivate",
    name: "in new tabs",
    gen: "2024",
    from: "account",
    switches: { tab: "new", reason: "select" },
  },
  {
    flow: "deactivate",
    name: "the link deletes",
    gen: "2024",
    from: "account",
    switches: { profile: "delete" },
    ends: ["blocked"],
  },
  {
    flow: "delete",
    name: "direct",
    gen: "2024",
    from: "privacy",
    hash: "/request/delete",
    answers: word,
    core: true,
  },
  {
    flow: "delete",
    name: "direct",
    gen: "2024",
    lang: "ar",
    from: "privacy",
    hash: "/request/delete",
    answers: word,
  },
  {
    flow: "delete",
    name: "direct",
    gen: "2024",
    lang: "ru",
    from: "privacy",
    hash: "/request/delete",
    answers: word,
  },
  {
    flow: "delete",
    name: "from the profile",
    gen: "2024",
    from: "account",
    switches: { profile: "delete" },
    answers: word,
  },
  {
    flow: "delete",
    name: "code in a frame",
    gen: "2024",
    from: "privacy",
    hash: "/request/delete",
    switches: { code: "iframe" },
    answers: word,
    handlers: { "verify-code": frameOrGuide },
  },
  ...["orders", "disputes", "pad"].map((block) => ({
    flow: "delete",
    name: `blocked by ${block}`,
    gen: "2024",
    from: "privacy",
    hash: "/request/delete",
    switches: { block },
    ends: ["blocked"],
  })),
  {
    flow: "remove",
    name: "native dialog",
    gen: "2024",
    from: "personal",
    answers: { answer: "confirm-yes" },
    core: true,
  },
  {
    flow: "remove",
    name: "native dialog",
    gen: "2024",
    lang: "ja",
    from: "personal",
    answers: { answer: "confirm-yes" },
  },
  {
    flow: "remove",
    name: "from the home page",
    gen: "2024",
    from: "home",
    switches: { account: "personal" },
    answers: { answer: "confirm-yes" },
  },
  {
    flow: "remove",
    name: "a div as dialog",
    gen: "2024",
    from: "personal",
    switches: { dialog: "div" },
    answers: { answer: "confirm-yes" },
  },
  ...["2024", "2020"].map((gen) => ({
    flow: "reactivate",
    name: "the form",
    gen,
    from: "closed",
    switches: { as: "deactivated" },
    answers: { file: ID_COPY },
    handlers: { "reactivate-form": reactivateForm },
    core: gen === "2024",
  })),
];

/** In the frame, where the guide waits, the person does it alone; once it is verified, the guide points again. */
async function frameOrGuide(lab, page, seen) {
  if (seen.callout.state === "wait") return codeInFrame(lab, page);
  const last = seen.spotlights.find(({ control }) => control === "submit");
  if (last) await clickControl(lab, page, "submit");
  return undefined;
}

/** The reason that is said in the popup: a way that destroys nothing asks for none. */
export const reasonOf = ({ flow }) => (flow === "prepare" ? undefined : "privacy");

export const titleOf = ({ flow, name, gen, lang = "en" }) => `${flow}: ${name} (${gen}, ${lang})`;
