// From each state that stops someone to the letter: the callout's button opens it with the right kind and region chosen, and from
// there it can be copied, saved and opened in the mail program.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  calloutThat,
  clickControl,
  eachBrowser,
  leavePopup,
  openPopup,
  pressInOverlay,
  readPopup,
  start,
  until,
} from "./harness.mjs";
import { pasted, takeDownloads } from "./harness/files.mjs";
import { enter, isSeen } from "./harness/pages.mjs";
import { freshTab, OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

const page = (
  title,
  content,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
  <body><main><h1>${title}</h1>${content}</main></body></html>`;

const CODE = `<form><p>Enter the verification code that we sent to your e-mail.</p>
  <label>Verification code <input name="code"></label><button type="button">Get code</button><button>Verify</button></form>`;

/** Pages that the practice site has no address for, by the name in their address. */
const PAGES = {
  "no-code": page("Verify your identity", CODE),
  "too-many-codes": page(
    "Verify your identity",
    `${CODE}<div role="alertdialog" aria-modal="true"><p>Too many codes were requested. Please try again after 24 hours.</p>
      <button>OK</button></div>`,
  ),
  blocked: page(
    "Your account is temporarily unavailable due to security reasons",
    `<p>Submit an appeal to restore it.</p><a href="/appeal">Appeal</a>`,
  ),
};
const made = (name, path = "https://privacy.aliexpress.com/home") => `${path}?made=${name}#/request/delete`;

/** Each state: where it is met, on which way, what the callout says then, and what the letter begins with. */
const STATES = {
  "no code comes": { url: made("no-code"), seen: { page: "verify-code" } },
  "too many codes": { url: made("too-many-codes"), seen: { page: "verify-code", state: "blocked" } },
  "a blocked account": {
    url: made("blocked", "https://login.aliexpress.com/"),
    seen: { page: "blocked-notice", state: "blocked" },
  },
  "an account that the site itself has ended": {
    url: at("closed", { as: "terminated" }),
    seen: { page: "closed-notice", state: "blocked" },
  },
  "a message that refuses": {
    url: at("privacy", { hash: "/request/delete", block: "pad" }),
    press: "delete",
    seen: { page: "privacy-delete", state: "blocked" },
  },
  "another region": { url: "https://aliexpress.ru/account", seen: {}, region: "cis" },
};

eachBrowser(
  "stopped",
  (lab) => {
    /** The letter that the callout's button opens. */
    async function letterFrom(stopped) {
      const before = await lab().browser.pages();
      await pressInOverlay(lab(), stopped, "open-letter");
      const letter = await freshTab(lab(), before);
      await until(() => letter.$eval("[data-letter]", (one) => one.isConnected), {
        what: "the letter is there",
      });
      await until(() => letter.$eval("select[name=letter]", ({ value }) => value), {
        what: "a kind is chosen",
      });
      return letter;
    }
    const chosen = (letter, name) => letter.$eval(`select[name=${name}]`, ({ value }) => value);
    const textOf = (letter) => letter.$eval("[data-letter]", (one) => one.textContent);

    /** It is filled in, and can be saved, opened in the mail program and copied. */
    async function isTakenAlong(letter) {
      await until(async () => (await textOf(letter)).includes(OWNER.email), {
        what: "the e-mail is filled in",
      });
      await enter(letter, "name", OWNER.name);
      await enter(letter, "date", "2026-11-30");
      const text = await textOf(letter);
      const saved = await takeDownloads(lab());
      await letter.click("[data-save]");
      assert.equal(await saved.file("aliexpress-erasure-en-2026-11-30.txt"), text);
      const mail = await letter.$eval("a[data-mail]", ({ href }) => href);
      assert.match(mail, /^mailto:DataProtection\.AE(@|%40)aliexpress\.com\?/);
      const [, body] = /[?&]body=([^&]*)/.exec(mail);
      assert.ok(
        text.endsWith(decodeURIComponent(body).replaceAll("\r\n", "\n")),
        "the mail says what the letter says",
      );
      await letter.click("[data-copy]");
      assert.equal(await pasted(lab()), text);
    }

    for (const [name, { url, flow = "delete", press, seen, region = "eea" }] of Object.entries(STATES)) {
      test(`${name}: the letter for an erasure`, async () => {
        const stopped = await lab().open(url);
        await start(lab(), stopped, flow, { email: OWNER.email });
        if (press) await clickControl(lab(), stopped, press);
        await calloutThat(lab(), stopped, seen);
        const letter = await letterFrom(stopped);
        assert.equal(await chosen(letter, "letter"), "erasure");
        assert.equal(await chosen(letter, "region"), region);
        if (region !== "eea") return assert.equal(await isSeen(letter, "[data-copy]"), false);
        await isTakenAlong(letter);
      });
    }

    test("a circle: the letter is offered where the settings send back again and again", async () => {
      const stopped = await lab().open(at("account", { loop: "1" }));
      await start(lab(), stopped, "deactivate", { reason: "privacy", email: OWNER.email });
      await until(
        async () => {
          const { callout } = await calloutThat(lab(), stopped, { state: ["act", "blocked", "lost"] });
          if (callout.buttons.some(({ action }) => action === "open-letter")) return true;
          await clickControl(lab(), stopped, "account-settings", { within: 2000 }).catch(() => {});
          return false;
        },
        { what: "the circle is noticed" },
      );
      const letter = await letterFrom(stopped);
      assert.equal(await chosen(letter, "letter"), "erasure");
      await isTakenAlong(letter);
    });

    test("before any guide the popup leads there as well, on the Russian site to its own contact", async () => {
      const popup = await openPopup(lab(), await lab().open("https://aliexpress.ru/account"));
      const { links } = await readPopup(popup);
      const { href } = links.find(({ href }) => href.includes("letter.html"));
      await leavePopup(popup);
      const letter = await lab().open();
      await lab().visit(letter, href);
      await until(() => letter.$eval("select[name=region]", ({ value }) => value === "cis"), {
        what: "the region is that of the site",
      });
      await until(() => isSeen(letter, "#contact-company"), { what: "whom to write to is said" });
      assert.equal(await isSeen(letter, "[data-copy]"), false);
    });

    test("who wants the account back is led to the letter for a copy, not to the one for an erasure", async () => {
      const stopped = await lab().open(at("closed", { as: "terminated" }));
      await start(lab(), stopped, "reactivate");
      await calloutThat(lab(), stopped, { page: "closed-notice", state: "blocked" });
      assert.equal(await chosen(await letterFrom(stopped), "letter"), "access");
    });
  },
  { pages: ({ path }) => PAGES[/[?&]made=([\w-]+)/.exec(path ?? "")?.[1]] },
);
