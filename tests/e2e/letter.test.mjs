// The letter: for whoever is stopped, reached from the popup, written from what they give, copied, saved, opened in mail;
// where its law does not hold there is none.

import assert from "node:assert/strict";
import test from "node:test";
import { eachBrowser, leavePopup, openPopup, readPopup, start, until } from "./harness.mjs";
import { pasted, takeDownloads } from "./harness/files.mjs";
import { enter, isSeen, openOwn, textOf } from "./harness/pages.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

const LETTERS = ["erasure", "access", "reminder", "identity", "channel"];
const LANGUAGES = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr"];
const ADDRESS = "DataProtection.AE@aliexpress.com";

/** The letter as it stands in the page. */
const letterOf = (page) => page.$eval("[data-letter]", (one) => one.textContent);

const optionsOf = (page, name) =>
  page.$$eval(`select[name=${name}] option`, (all) => all.map(({ value }) => value));

async function fill(page) {
  await enter(page, "name", OWNER.name);
  await enter(page, "email", OWNER.email);
  await enter(page, "date", "2026-11-30");
  await enter(page, "first", "2026-10-01");
}

eachBrowser("letter", (lab) => {
  test("the popup leads to it and to the page for afterwards, each told of the tab", async () => {
    const shop = await lab().open(at("account"));
    const tab = await lab().tabIdOf(shop);
    const popup = await openPopup(lab(), shop);
    const { links } = await readPopup(popup);
    for (const name of ["letter.html", "after.html"])
      assert.ok(
        links.some(({ href }) => href === lab().extensionUrl(`${name}?tab=${tab}`)),
        `${name}: ${JSON.stringify(links)}`,
      );
    await leavePopup(popup);
  });

  test("every letter in every language is there, addressed to the controller", async () => {
    const page = await openOwn(lab(), "letter");
    await fill(page);
    assert.deepEqual(await optionsOf(page, "letter"), LETTERS);
    assert.deepEqual(await optionsOf(page, "language"), LANGUAGES);
    const seen = new Set();
    for (const language of LANGUAGES)
      for (const letter of LETTERS) {
        await enter(page, "language", language);
        await enter(page, "letter", letter);
        const text = await letterOf(page);
        seen.add(text);
        for (const said of [
          "Alibaba.com Singapore E-Commerce Private Limited (UEN 200720572D)",
          ADDRESS,
          OWNER.email,
        ])
          assert.ok(text.includes(said), `${language} ${letter}: ${said}`);
        assert.doesNotMatch(text, /[{}[\]]/, `${language} ${letter}`);
        assert.equal(await page.$eval("[data-letter]", (one) => one.lang), language);
      }
    assert.equal(seen.size, LETTERS.length * LANGUAGES.length);
  });

  test("its address chooses letter and language; what is not there is left as it is", async () => {
    const page = await openOwn(lab(), "letter", { letter: "reminder", language: "pl-PL" });
    assert.match(await letterOf(page), /Szanowni Państwo/);
    assert.ok(await isSeen(page, "[name=first]"), "a reminder asks for the day of the first letter");
    const other = await openOwn(lab(), "letter", { letter: "love", language: "tlh", tab: "none" });
    assert.match(await letterOf(other), /Under Article 17\(1\)/);
  });

  test("what is still missing is said, and a reminder that comes too early", async () => {
    const page = await openOwn(lab(), "letter", { letter: "reminder" });
    assert.match(await textOf(page, "#blanks"), /your name.*e-mail address.*first letter/);
    await enter(page, "date", "2026-11-30");
    await enter(page, "first", "2026-11-02");
    assert.match(await textOf(page, "#early"), /December 2, 2026|2 December 2026/);
    await fill(page);
    assert.equal(await isSeen(page, "#blanks"), false);
    assert.equal(await isSeen(page, "#early"), false);
  });

  test("copied, it can be pasted elsewhere as it is", async () => {
    const page = await openOwn(lab(), "letter", { language: "ru" });
    await fill(page);
    const text = await letterOf(page);
    await page.click("[data-copy]");
    await until(() => isSeen(page, "#done"), { what: "it says that it is copied" });
    assert.match(await textOf(page, "#done"), /copied/);
    assert.equal(await pasted(lab()), text);
  });

  test("saved, it is a file of its own, in any language", async () => {
    const saved = await takeDownloads(lab());
    const page = await openOwn(lab(), "letter", { letter: "access", language: "tr" });
    await fill(page);
    await page.click("[data-save]");
    assert.equal(await saved.file("aliexpress-access-tr-2026-11-30.txt"), await letterOf(page));
    assert.match(await textOf(page, "#done"), /aliexpress-access-tr-2026-11-30\.txt/);
  });

  test("in the mail program it has address, subject and text", async () => {
    const page = await openOwn(lab(), "letter", { language: "fr" });
    await fill(page);
    const url = new URL(await page.$eval("a[data-mail]", (one) => one.href));
    assert.equal(url.protocol, "mailto:");
    assert.equal(decodeURIComponent(url.pathname), ADDRESS);
    const text = await letterOf(page);
    const said = new Map(
      url.search
        .slice(1)
        .split("&")
        .map((pair) => pair.split("=").map(decodeURIComponent)),
    );
    assert.ok(text.includes(`\n\n${said.get("subject")}\n\n`), said.get("subject"));
    assert.ok(text.endsWith(said.get("body").replaceAll("\r\n", "\n")), "the text is the letter's");
  });

  test("in the United Kingdom it quotes the law that holds there", async () => {
    const page = await openOwn(lab(), "letter", { region: "uk" });
    assert.match(await letterOf(page), /Regulation \(UK GDPR\)/);
    assert.doesNotMatch(await letterOf(page), /2016\/679/);
  });

  for (const [region, contact] of [
    ["korea", /korea_govreach@aliexpress\.com/],
    ["turkiye", /info@ksthukuk\.com/],
    ["us", /AliExpress E-Commerce One Pte\. Ltd\..*45 days/],
    ["latin", /Alibaba\.com Singapore E-Commerce Private Limited/],
    ["cis", /ALIEXPRESS CIS HOLDING PTE\. LTD\..*aliexpress\.ru/],
    ["other", /names nobody for your country/],
  ]) {
    test(`where other laws hold (${region}) there is a contact and no letter`, async () => {
      const page = await openOwn(lab(), "letter", { region });
      assert.match(await textOf(page, "section"), contact);
      assert.equal(await letterOf(page), "");
      for (const control of ["[data-letter]", "[data-copy]", "[data-save]", "[data-mail]"])
        assert.equal(await isSeen(page, control), false, control);
      assert.equal(await page.$eval("[data-mail]", (one) => one.hasAttribute("href")), false);
      assert.doesNotMatch(await textOf(page, "main"), /GDPR/);
    });
  }

  test("source and date of the contact are said, that other addresses are made up, and once that it is no legal advice", async () => {
    const page = await openOwn(lab(), "letter");
    const text = await textOf(page, "main");
    assert.match(text, /AliExpress Privacy Policy, in effect since (July 30, 2026|30 July 2026)/);
    assert.match(text, /withdrawn as made up/);
    assert.equal(text.match(/legal advice/g).length, 1);
  });

  test("the account's e-mail is there already where the guide was told it", async () => {
    const shop = await lab().open(at("account"));
    await start(lab(), shop, "deactivate", { email: OWNER.email });
    const page = await openOwn(lab(), "letter", { tab: await lab().tabIdOf(shop) });
    await until(async () => (await letterOf(page)).includes(OWNER.email), {
      what: "the e-mail is filled in",
    });
  });

  test("with the keyboard alone it is chosen, filled in and copied", async () => {
    const page = await openOwn(lab(), "letter");
    await page.bringToFront();
    const focused = () => page.evaluate(() => document.activeElement.name ?? "");
    const tabTo = (selector) =>
      until(
        async () => {
          if (await page.evaluate((one) => document.activeElement.matches(one), selector)) return true;
          await page.keyboard.press("Tab");
          return false;
        },
        { every: 0, what: `Tab leads to ${selector}`, seen: focused },
      );
    await tabTo("[name=letter]");
    await page.keyboard.press("ArrowDown");
    await tabTo("[name=name]");
    await page.keyboard.type(OWNER.name);
    await tabTo("[data-copy]");
    await page.keyboard.press("Enter");
    await until(() => isSeen(page, "#done"), { what: "it says that it is copied" });
    const text = await letterOf(page);
    assert.match(text, /Articles 15 and 20/);
    assert.ok(text.includes(OWNER.name));
    assert.equal(await pasted(lab()), text);
  });
});
