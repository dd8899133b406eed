// From a skeleton that somebody saved to a draft of a corpus page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse as parseHtml } from "parse5";
import { addressOf, draftOf, textOf } from "../../scripts/lib/skeleton.mjs";
import { factsFor } from "../../scripts/skeleton.mjs";

const german = factsFor("de");
const { pages } = german;

const bone = (more) => ({
  kind: "Button",
  hints: "",
  name: { words: "" },
  landmark: "Main",
  form: 0,
  dialog: 0,
  group: 0,
  shown: true,
  enabled: true,
  ...more,
});

const elements = (node) => [node, ...(node.childNodes ?? []).flatMap(elements)];

test("a key becomes a word of the language, any other word filler of its script and length", () => {
  const text = textOf({ means: ["act.delete"], words: "{act.delete} Latn5 Cyrl3" }, german);
  assert.equal(text, `${german.words.act.delete[0].replace(/^=/, "")} xxxxx ъъъ`);
});

test("a label becomes the language's own, and what several words mean together is said last", () => {
  assert.equal(textOf({ label: ["account-settings"], words: "Latn7" }, german), "Kontoeinstellungen");
  assert.match(textOf({ means: ["object.account"], words: "Latn3 Latn2" }, german), /^xxx xx .+/);
});

test("the key of a known address becomes an address that is like it, and no key becomes none", () => {
  const own = "https://www.aliexpress.com/user/organization/manage_person_profile";
  assert.equal(addressOf("edit-profile.1", pages), own);
  assert.equal(addressOf("privacy-delete.1", pages), "https://privacy.aliexpress.com/#/request/delete");
  assert.equal(addressOf("edit-profile.99", pages), "");
  assert.equal(addressOf(undefined, pages), "");
});

test("every surrounding is one element, and what is hidden or off is so", () => {
  const bones = [
    bone({ kind: "Heading", name: { words: "{object.account}" }, landmark: "Header" }),
    bone({ kind: "EmailBox", hints: "email_ field", form: 1, name: { words: "Latn4" } }),
    bone({ form: 1, enabled: false }),
    bone({ form: 2, shown: false }),
  ];
  const title = { words: "{object.account} Latn3" };
  const html = draftOf({ address: "deactivate-form.1", title, bones }, german, {
    page: "deactivate-form",
    language: "de",
    flow: "deactivate",
  });
  const all = elements(parseHtml(html));
  const named = (name) => all.filter(({ nodeName }) => nodeName === name);
  assert.equal(named("form").length, 2);
  assert.equal(named("header").length, 1);
  assert.equal(
    named("button").filter(({ attrs }) => attrs.some(({ name }) => name === "disabled")).length,
    1,
  );
  assert.equal(named("button").filter(({ attrs }) => attrs.some(({ name }) => name === "hidden")).length, 1);
  assert.match(html, /^<!--\nurl = "https:[^"]+deactive_account"\nflow = "deactivate"/);
  assert.match(html, /<title>\S+ xxx<\/title>/);
});
