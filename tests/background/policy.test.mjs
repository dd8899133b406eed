// Which form a document gets: WebAssembly only when everything about it is known.
import assert from "node:assert/strict";
import test from "node:test";
import { formFor, isOwnWish, noteHeaders, takeHeaders } from "../../extension/background/policy.js";
import { fakeBrowser } from "./fake.mjs";

const url = "https://www.aliexpress.com/account";
const document = (more = {}) => ({
  engine: null,
  url,
  began: 1000,
  created: 1400,
  worker: 0,
  delivery: "",
  prerendered: false,
  headRead: true,
  metas: [],
  ...more,
});
const response = (more = {}) => ({ url, at: 1150, policies: [], ...more });

test("a response of this very document that allows gives WebAssembly", () => {
  fakeBrowser();
  assert.equal(formFor(document(), [response()]), "wasm");
  assert.equal(formFor(document({ url: `${url}#top` }), [response()]), "wasm");
});

test("anything unknown gives the twin", () => {
  fakeBrowser();
  for (const [why, page, records] of [
    ["no response seen", document(), []],
    ["another address", document(), [response({ url: `${url}2` })]],
    ["a prefetch from before", document(), [response({ at: 700 })]],
    ["a prefetch long after: the document was restored", document(), [response({ at: 60_000 })]],
    ["a service worker answered", document({ worker: 12 }), [response()]],
    ["no navigation timing", document({ worker: null, url: null }), [response()]],
    ["prerendered", document({ prerendered: true }), [response()]],
    ["taken from a prefetch", document({ delivery: "navigational-prefetch" }), [response()]],
    ["not known when it was created", document({ created: 0 }), [response()]],
    ["the head is not read yet", document({ headRead: false }), [response()]],
    ["a forbidding header", document(), [response({ policies: ["script-src 'self'"] })]],
    ["a header that is no text", document(), [response({ policies: [undefined] })]],
    ["a forbidding meta", document({ metas: ["default-src 'self'"] }), [response()]],
    ["one of two responses forbids", document(), [response(), response({ policies: ["script-src 'self'"] })]],
    ["the probe gave nothing", undefined, [response()]],
  ]) {
    assert.equal(formFor(page, records), "js", why);
  }
});

test("a clock that jumps between the response and the document gives the twin, and never a wrong module", () => {
  fakeBrowser();
  for (const jump of [-3_600_000, 3_600_000]) {
    const later = document({ began: 1000 + jump, created: 1400 + jump });
    assert.equal(formFor(later, [response()]), "js", `by ${jump} ms`);
  }
});

test("a document keeps the form it began with, and Firefox always runs WebAssembly", () => {
  fakeBrowser();
  assert.equal(formFor(document({ engine: "js" }), [response()]), "js");
  assert.equal(formFor(document({ engine: "wasm" }), []), "wasm");
  fakeBrowser({ firefox: true });
  assert.equal(formFor(undefined, []), "wasm");
});

const seen = (more) =>
  noteHeaders({
    tabId: 3,
    url: `${url}#x`,
    timeStamp: 1150,
    responseHeaders: [],
    documentLifecycle: "active",
    initiator: "https://www.aliexpress.com",
    ...more,
  });

test("headers are kept by tab, enforced and report-only, and taken once", () => {
  seen({ tabId: -1 });
  seen({ documentLifecycle: "prerender" });
  seen({
    responseHeaders: [
      { name: "Content-Security-Policy", value: "a" },
      { name: "content-security-policy-report-only", value: "b" },
      { name: "x-content-security-policy", value: "c" },
      { name: "content-security-policy", binaryValue: [1] },
    ],
  });
  const [{ policies }, ...others] = takeHeaders(3, document());
  assert.deepEqual(policies, ["a", "b", undefined]);
  assert.deepEqual(others, []);
  assert.deepEqual(takeHeaders(3, document()), []);
  assert.deepEqual(takeHeaders(-1, document()), []);
});

test("the last event of a page does not take the headers of the next, which are here already", () => {
  seen({ timeStamp: 1150 });
  seen({ timeStamp: 9150 });
  assert.equal(takeHeaders(3, document()).length, 1);
  assert.equal(takeHeaders(3, undefined).length, 0);
  assert.equal(takeHeaders(3, document({ began: 9000, created: 9400 })).length, 1);
});

test("a page that no page asked for is the person's own wish", () => {
  assert.equal(isOwnWish(7), false, "nothing was seen");
  seen({ tabId: 7, initiator: undefined });
  assert.equal(isOwnWish(7), true);
  seen({ tabId: 7 });
  assert.equal(isOwnWish(7), false);
});
