// The rules of the stores: each finds what it is for, in a package that keeps all of them but for one thing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as rules from "../../scripts/lib/store-rules.mjs";
import { manifest } from "../../extension/manifest.mjs";
import { at } from "../../scripts/lib/places.mjs";

/** A module whose memory begins with "plain" at 16. */
const MODULE = Buffer.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[5, 3, 1, 0, 1],
  ...[11, 11, 1, 0, 0x41, 16, 0x0b, 5, ...Buffer.from("plain")],
]);
const script = (bytes) =>
  `globalThis.__farewellBytes = { base64: "${bytes.toString("base64")}" };\nvoid 0;\n`;
const icon = (size) => readFileSync(at("extension", "icons", `${size}.png`));

/** An opened package that keeps every rule, but for what `changes` to its files, words or manifest breaks. */
function packaged({ files = {}, words = {}, asked = {} } = {}) {
  const all = {
    "popup.html": '<link rel="stylesheet" href="popup.css" /><script src="popup.js" defer></script>',
    "popup.css": "body { margin: 0 }",
    "popup.js": "start();",
    "engine.wasm": MODULE,
    "engine.module.js": script(MODULE),
    "engine.data.js": script(Buffer.from("plain")),
    "engine.wasm2js.js": "// The functions as JavaScript, written by wasm2js of Binaryen.\n",
    ...Object.fromEntries([16, 32, 48, 128].map((size) => [`icons/${size}.png`, icon(size)])),
    ...files,
  };
  const spoken = (text) => ({ extension_name: { message: "F" }, extension_description: { message: text } });
  return {
    names: Object.keys(all),
    bytes: (name) => Buffer.from(all[name]),
    text: (name) => String(all[name]),
    manifest: { ...manifest("chrome"), ...asked },
    words: { en: spoken("It points."), ar: spoken("It points."), ...words },
  };
}

const only = (found, pattern) => {
  assert.equal(found.length, 1, found.join("; "));
  assert.match(found[0], pattern);
};

test("a package that keeps the rules has no trouble", () => {
  for (const [name, rule] of Object.entries(rules.rules)) assert.deepEqual(rule(packaged()), [], name);
});

test("a description that is too long for the store, or missing, is found in its language", () => {
  const de = { extension_name: { message: "F" }, extension_description: { message: "x".repeat(133) } };
  only(rules.texts(packaged({ words: { de } })), /^de: the description has 133 characters/);
  only(
    rules.texts(packaged({ words: { de: { extension_name: { message: "F" } } } })),
    /^de: there is no description/,
  );
});

test("a language with a word too few, and one that the store does not know, are found", () => {
  only(
    rules.languages(packaged({ words: { fr: { extension_name: { message: "F" } } } })),
    /^fr: "extension_description" is missing/,
  );
  const { words } = packaged();
  only(rules.languages(packaged({ words: { eo: words.en } })), /^eo: the store knows no such language/);
});

test("an icon of another size than it says, and one that is missing, are found", () => {
  only(
    rules.icons(packaged({ files: { "icons/48.png": icon(32) } })),
    /^icons\/48\.png is 32 × 32 px, not 48/,
  );
  const icons = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png" };
  only(rules.icons(packaged({ asked: { icons } })), /no icon of 128 px/);
});

test("what would let a page find us, or let code in from elsewhere, is found in the manifest", () => {
  only(rules.manifestKeys(packaged({ asked: { web_accessible_resources: [] } })), /web_accessible_resources/);
  const extension_pages = "default-src 'none'; script-src 'self' https://cdn.example";
  only(
    rules.manifestKeys(packaged({ asked: { content_security_policy: { extension_pages } } })),
    /allows https:\/\/cdn\.example/,
  );
});

test("a page with a script, style or handler in itself, or with a file from elsewhere, is found", () => {
  const page = (html) => rules.pages(packaged({ files: { "popup.html": html } }));
  only(page("<script>go()</script>"), /has a script in itself/);
  only(page('<p style="color: red"></p>'), /has a style in itself/);
  only(page('<p onclick="go()"></p>'), /has a handler in itself/);
  only(page('<script src="https://cdn.example/x.js"></script>'), /loads https:\/\/cdn\.example/);
});

test("text that becomes code is found", () => {
  only(rules.scripts(packaged({ files: { "popup.js": 'eval("1")' } })), /popup\.js has eval/);
  only(rules.scripts(packaged({ files: { "popup.js": 'import("https://cdn.example/x.js")' } })), /an import/);
});

test("encoded bytes are those of the module beside them, and stand nowhere else", () => {
  const other = Buffer.concat([MODULE.subarray(0, -1), Buffer.from("x")]);
  only(
    rules.encoded(packaged({ files: { "engine.module.js": script(other) } })),
    /engine\.module\.js is not/,
  );
  only(rules.encoded(packaged({ files: { "engine.data.js": script(other) } })), /engine\.data\.js is not/);
  only(
    rules.encoded(packaged({ files: { "popup.js": `x("${"Qk".repeat(200)}")` } })),
    /popup\.js has encoded/,
  );
});

test("the JavaScript form says what wrote it", () => {
  only(rules.twin(packaged({ files: { "engine.wasm2js.js": "(()=>{})()" } })), /does not say what wrote it/);
});

test("a file that does not belong in the package is found", () => {
  only(rules.files(packaged({ files: { "popup.js.map": "{}" } })), /popup\.js\.map does not belong/);
  only(rules.files(packaged({ files: { ".DS_Store": "" } })), /\.DS_Store does not belong/);
});

test("a permission without a reason in docs/permissions.md is found, and a reason without a permission", () => {
  const { permissions } = manifest("chrome");
  only(rules.permissions(packaged({ asked: { permissions: [...permissions, "tabs"] } })), /^tabs is not in/);
  const fewer = permissions.filter((one) => one !== "webRequest");
  only(
    rules.permissions(packaged({ asked: { permissions: fewer } })),
    /^webRequest is in docs\/permissions\.md only/,
  );
  assert.ok(!rules.justified("firefox").includes("webRequest"));
});

test("a row of docs/permissions.md without a reason justifies nothing", () => {
  assert.deepEqual(rules.justified("chrome", "| `tabs` | yes | yes | |\n| `storage` | yes | no | why |"), [
    "storage",
  ]);
});
