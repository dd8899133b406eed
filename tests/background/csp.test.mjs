// The decision whether a document's policy allows WebAssembly, case by case of the CSP grammar.
import assert from "node:assert/strict";
import test from "node:test";
import { allowsWasm } from "../../extension/background/csp.js";

const yes = (...headers) => assert.equal(allowsWasm(headers), true, JSON.stringify(headers));
const no = (...headers) => assert.equal(allowsWasm(headers), false, JSON.stringify(headers));

test("no policy allows", () => {
  yes();
  yes("");
  yes(" ; ;; ", "");
});

test("directives that don't speak of scripts allow", () => {
  yes("frame-ancestors 'self'");
  yes("upgrade-insecure-requests");
  yes("require-trusted-types-for 'script'; trusted-types default");
  yes("sandbox allow-scripts allow-forms");
  yes("style-src 'none'; img-src *; report-uri /r");
  yes("script-src-elem 'none'; script-src-attr 'none'");
});

test("script-src decides", () => {
  no("script-src 'self'");
  no("script-src *");
  no("script-src");
  no("script-src 'none'");
  no("script-src 'nonce-abc' 'strict-dynamic'");
  no("script-src 'unsafe-inline' 'unsafe-hashes' https: data: blob:");
  yes("script-src 'self' 'wasm-unsafe-eval'");
  yes("script-src 'self' 'unsafe-eval'");
  yes("script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'");
});

test("default-src stands in for a missing script-src only", () => {
  no("default-src 'none'");
  no("default-src 'self'; script-src-elem 'unsafe-eval'");
  yes("default-src 'self' 'unsafe-eval'");
  yes("default-src 'none'; script-src 'wasm-unsafe-eval'");
  no("default-src 'unsafe-eval'; script-src 'self'");
});

test("every policy must allow: commas, several headers, report-only alike", () => {
  no("script-src 'unsafe-eval', script-src 'self'");
  no("script-src 'unsafe-eval'", "default-src 'self'");
  yes("script-src 'unsafe-eval', frame-ancestors 'none'", "default-src 'wasm-unsafe-eval'");
  no("frame-ancestors 'none',script-src 'self'");
});

test("metas count like headers", () => {
  assert.equal(allowsWasm([], ["script-src 'self'"]), false);
  assert.equal(allowsWasm(["script-src 'unsafe-eval'"], ["default-src 'none'"]), false);
  assert.equal(allowsWasm(["script-src 'unsafe-eval'"], ["img-src *"]), true);
});

test("letters, blanks and repetitions as the grammar has them", () => {
  no("SCRIPT-SRC 'self'");
  yes("Script-Src\t'WASM-Unsafe-Eval'");
  no("  script-src   'self'  ;");
  no("script-src 'self'; script-src 'unsafe-eval'");
  yes("script-src 'unsafe-eval'; script-src 'self'");
  no("script-src\n'self'");
});

test("keywords are keywords only in their quotes", () => {
  no("script-src wasm-unsafe-eval");
  no("script-src unsafe-eval");
  no("script-src 'unsafe-eval");
  no("script-src 'unsafe-eval''self'");
  no("script-src 'report-sample' 'unsafe-evaluate'");
});

test("what is not understood is not allowed", () => {
  no(undefined);
  no("script-src 'unsafe-eval' \u00a0");
  no("frame-ancestors 'self'; scr\u0131pt-src 'self'");
});
