// Every walk that the product promises, as data: which flow, from which page, in which generation and language, with
// which of the site's switches, and what only the person can do on the way. The flows' suite and the rehearsal use it.

import { clickControl } from "./harness/overlay.mjs";
import { codeInFrame, fillTheRest, fieldsIn, signIn } from "./harness/person.mjs";

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

const handlers = { "signed-out": signIn };
const word = { phrase: "agree" };

export const WALKS = [
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

export const titleOf = ({ flow, name, gen, lang = "en" }) => `${flow}: ${name} (${gen}, ${lang})`;
