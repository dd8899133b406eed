// Which addresses are AliExpress, look-alikes first.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { domainOf, domains, isAliExpress, originOf } from "../../extension/background/hosts.js";
import { at } from "../../scripts/lib/places.mjs";

test("the core knows the same domains as the background and the manifest", () => {
  const rust = readFileSync(at("src", "core", "src", "hosts.rs"), "utf8");
  const [, list] = rust.match(/const DOMAINS: \[&str; \d+\] = \[(.*?)\];/s);
  assert.deepEqual(
    [...list.matchAll(/"([^"]+)"/g)].map(([, domain]) => domain),
    domains,
  );
});

test("AliExpress and what ends in a dot and it", () => {
  for (const address of [
    "https://aliexpress.com/",
    "https://www.aliexpress.com/p/order/index.html?x=1#y",
    "https://accounts.aliexpress.us/",
    "https://a.b.c.aliexpress.ru/",
    "https://WWW.ALIEXPRESS.COM/",
    "https://www.aliexpress.com:8443/",
  ]) {
    assert.ok(isAliExpress(address), address);
  }
  assert.equal(domainOf("https://my.aliexpress.ru/"), "aliexpress.ru");
  assert.equal(originOf("https://my.aliexpress.us/x"), "https://*.aliexpress.us/*");
});

test("everything else is foreign", () => {
  for (const address of [
    "http://www.aliexpress.com/",
    "https://aliexpress.com.example.org/",
    "https://notaliexpress.com/",
    "https://www.aliexpress.com@example.org/",
    "https://example.org/?https://www.aliexpress.com/",
    "https://aliexpress.com./",
    "https://aliexpress.co/",
    "chrome://extensions/",
    "about:blank",
    "file:///aliexpress.com",
    "",
    undefined,
    null,
  ]) {
    assert.ok(!isAliExpress(address), String(address));
  }
  assert.equal(originOf("https://example.org/"), undefined);
});
