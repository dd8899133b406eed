// The skeleton of a page that the popup offers: openly where the page may have been taken for the wrong one; read before it is saved,
// with nothing of the person in it; and good for a page that is recognised as the one that it is of.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf } from "../../scripts/lib/skeleton.mjs";
import { factsFor } from "../../scripts/skeleton.mjs";
import {
  calloutThat,
  eachBrowser,
  leavePopup,
  openPopup,
  readPopup,
  start,
  stop,
  until,
} from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

/** What a page may say of a person, written into it where the guide reads. */
const PLANTED = {
  name: "Maximiliane Oppenländer",
  street: "Wacholderweg",
  order: "8173640925518273",
  email: "oppenlaender@posteo.example",
};

/** Pages of the practice site: where, on which way, as which page, and what is marked there. */
const PAGES = {
  account: { url: at("account"), page: "my-aliexpress", control: "account-settings" },
  settings: { url: at("settings"), page: "account-settings", control: "edit-profile" },
  profile: { url: at("profile"), page: "edit-profile", control: "deactivate" },
  removal: { url: at("personal"), flow: "remove", page: "personal-information", control: "remove" },
  request: {
    url: at("privacy", { hash: "/request/delete" }),
    flow: "delete",
    page: "privacy-delete",
    control: "delete",
  },
};

/** The pages that were made of skeletons, by the name in their address. */
const made = new Map();

/** The draft of a corpus page, served; gives its address. */
function serve(name, skeleton, about) {
  const html = draftOf(skeleton, factsFor("en"), { language: "en", flow: "deactivate", ...about });
  made.set(name, html);
  // A page at no known address can be at any of the account's hosts.
  const url = new URL(/^url = "(.*)"$/m.exec(html)[1] || "https://www.aliexpress.com/");
  url.searchParams.set("made", name);
  return url.href;
}

const isOffered = (popup) => popup.$eval("[data-action=skeleton]", (one) => one.checkVisibility());

/** Has the popup show the skeleton, wherever it is offered, and gives it. */
async function shownIn(popup) {
  await popup.evaluate(() => (document.querySelector("#diagnosis").open = true));
  await popup.click("[data-action=skeleton]");
  const what = { what: "the skeleton shows" };
  return until(() => popup.$eval("#skeleton", (one) => one.checkVisibility() && one.innerText), what);
}

/** What the guide makes of a page: which one it is, and what is marked on it. */
async function recognised(lab, page, { page: id, control }) {
  await calloutThat(lab, page, { page: id, state: "act", control });
  const { page: seen, targets } = await lab.status(page);
  return { page: seen.id, controls: targets.map((one) => one.control).sort() };
}

eachBrowser(
  "skeleton",
  (lab) => {
    for (const [name, { url, flow = "deactivate", ...about }] of Object.entries(PAGES)) {
      test(`the corpus page made of the skeleton of ${name} is recognised alike`, async () => {
        const page = await lab().open(url);
        await start(lab(), page, flow, { reason: "privacy" });
        const before = await recognised(lab(), page, about);
        const popup = await openPopup(lab(), page);
        const skeleton = JSON.parse(await shownIn(popup));
        await leavePopup(popup);
        await stop(lab(), page);

        const draft = await lab().open(serve(name, skeleton, { page: before.page, flow }));
        await start(lab(), draft, flow, { reason: "privacy" });
        assert.deepEqual(await recognised(lab(), draft, about), before);
        await stop(lab(), draft);
      });
    }

    test("it is offered openly where the guide is lost, or the person had to point; else in the report's fold", async () => {
      const page = await lab().open(at("profile"));
      await start(lab(), page, "deactivate", { reason: "privacy" });
      await calloutThat(lab(), page, { page: "edit-profile", state: "act" });
      const popup = await openPopup(lab(), page);
      await until(async () => (await readPopup(popup)).stop, { what: "the popup knows of the guide" });
      assert.equal(await isOffered(popup), false);
      const picks = { "edit-profile deactivate": { locator: "t1", on: "2026-11-30" } };
      await lab().inExtension((api, picks) => api.storage.local.set({ picks }).then(() => true), picks);
      await until(() => isOffered(popup), { what: "it is offered after a pick" });
      await lab().inExtension((api) => api.storage.local.remove("picks").then(() => true));
      await until(async () => !(await isOffered(popup)), { what: "it is back in the fold" });
      await leavePopup(popup);

      await lab().go(page, at("home"));
      await calloutThat(lab(), page, { state: "lost" });
      const lost = await openPopup(lab(), page);
      await until(() => isOffered(lost), { what: "it is offered where the guide is lost" });
      await lost.click("[data-action=skeleton]");
      await until(() => lost.$eval("#skeleton", (one) => one.checkVisibility()), { what: "it shows" });
      await leavePopup(lost);
      await stop(lab(), page);
    });

    test("it is shown before it is saved, tells what the lexicon knows, and nothing of the person", async () => {
      const page = await lab().open(at("profile"));
      await lab().look(
        page,
        ({ name, street, order, email }) => {
          const place = document.createElement("form");
          place.id = `order-${order}`;
          const [first, last] = name.toLowerCase().split(" ");
          place.innerHTML = `<h3>Delete order ${order} of ${name}</h3>
          <label>E-mail <input type="email" placeholder="${email}"></label>
          <button type="button" id="user-${first}" class="button-${order} ${last}" data-testid="${street}_row">Delete address ${street} 4711</button>`;
          document.body.append(place);
        },
        PLANTED,
      );
      await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
      await calloutThat(lab(), page, { page: "edit-profile", state: "act" });

      const popup = await openPopup(lab(), page);
      assert.equal(await popup.$eval("#skeleton-read", (one) => one.checkVisibility()), false);
      const shown = await shownIn(popup);
      const { file } = await takeDownloads(lab());
      await popup.click("[data-action=save-skeleton]");
      assert.deepEqual(JSON.parse(await file("farewell-skeleton.json")), JSON.parse(shown));

      const { bones } = JSON.parse(shown);
      const planted = bones.find(({ name }) => /\{act\.delete\} \S+ Zyyy16/.test(name.words));
      assert.ok(planted, "the planted heading is there, by its shape");
      const words = [
        ...Object.values(PLANTED),
        ...PLANTED.name.split(" "),
        OWNER.email,
        OWNER.email.split("@")[0],
      ];
      for (const word of words) assert.ok(!shown.toLowerCase().includes(word.toLowerCase()), word);
      // All numbers in it are the reader's own: places, and how long words are.
      assert.doesNotMatch(shown, /4711|8173|\d{4}/);
      await leavePopup(popup);
      await stop(lab(), page);
    });
  },
  { pages: ({ path }) => made.get(/[?&]made=(\w+)/.exec(path ?? "")?.[1]) },
);
