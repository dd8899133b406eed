// Which form a document gets: WebAssembly only when everything about it is known.
import assert from "node:assert/strict";
import test from "node:test";
import { formFor, noteHeaders, takeHeaders } from "../../extension/background/policy.js";
import { fakeBrowser } from "./fake.mjs";

const url = "https://www.aliexpress.com/account";
const document = (more = {}) => ({
  engine: null,
  url,
  began: 1000,
  answered: 200,
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
    ["no answer timed", document({ answered: 0 }), [response()]],
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

test("a document keeps the form it began with, and Firefox always runs WebAssembly", () => {
  fakeBrowser();
  assert.equal(formFor(document({ engine: "js" }), [response()]), "js");
  assert.equal(formFor(document({ engine: "wasm" }), []), "wasm");
  fakeBrowser({ firefox: true });
  assert.equal(formFor(undefined, []), "wasm");
});

test("headers are kept by tab, enforced and report-only, and taken once", () => {
  const seen = (more) =>
    noteHeaders({
      tabId: 3,
      url: `${url}#x`,
      timeStamp: 5,
      responseHeaders: [],
      documentLifecycle: "active",
      ...more,
    });
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
  assert.deepEqual(takeHeaders(3), [{ url, at: 5, policies: ["a", "b", undefined] }]);
  assert.deepEqual(takeHeaders(3), []);
  assert.deepEqual(takeHeaders(-1), []);
});
