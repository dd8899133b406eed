// The js form of a module: what wasm2js writes, changed so that the glue of the wasm form can't tell the difference.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { at } from "../../scripts/lib/places.mjs";
import { twin } from "../../scripts/lib/wasm.mjs";

/** What Rust's standard library is compiled with, as a compiler writes it into the module. */
const FEATURES = ["--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];

const MODULE = `(module
  (import "page" "note" (func $note (param i32)))
  (import "page" "note64" (func $note64 (param i64)))
  (memory (export "memory") 1)
  (data (i32.const 16) "plain")
  (data (i32.const 32) "\\00\\ff\\80")
  (func (export "grow") (result i32) (memory.grow (i32.const 1)))
  (func (export "copy") (memory.copy (i32.const 64) (i32.const 16) (i32.const 5)))
  (func (export "least") (result i32) (i32.trunc_sat_f64_s (f64.const -1e300)))
  (func (export "tell") (param i32) (call $note (i32.extend8_s (local.get 0))))
  (func (export "tell64") (call $note64 (i64.const 5000000000))))`;

/** The exports of the twin of a module, given as text. */
async function twinOf(context, text, imports) {
  const folder = mkdtempSync(join(tmpdir(), "farewell-twin-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const [source, bound] = [join(folder, "small.wat"), join(folder, "small.wasm")];
  writeFileSync(source, text);
  const wasmOpt = at("node_modules", "binaryen", "bin", "wasm-opt");
  execFileSync(process.execPath, [wasmOpt, ...FEATURES, "--emit-target-features", source, "-o", bound]);
  const { file, data } = await twin({ name: "small", folder, bound });
  // Each twin is loaded with its own loader, which takes the bytes that were handed over before, as in a page.
  const script = join(folder, "bundle.mjs");
  await esbuild({ entryPoints: [file], bundle: true, format: "esm", outfile: script });
  globalThis.__farewellBytes = { began: 0, base64: data.toString("base64") };
  const { instantiate } = await import(pathToFileURL(script));
  return instantiate(imports);
}

test("the twin has the module's data and does what newer instructions do", async (context) => {
  const noted = [];
  const exports = await twinOf(context, MODULE, {
    page: { note: (value) => noted.push(value), note64: (value) => noted.push(value) },
  });
  const bytes = () => new Uint8Array(exports.memory.buffer);
  assert.equal(Buffer.from(bytes().subarray(16, 21)).toString(), "plain");
  assert.deepEqual([...bytes().subarray(32, 35)], [0, 255, 128]);
  exports.copy();
  assert.equal(Buffer.from(bytes().subarray(64, 69)).toString(), "plain");
  assert.equal(exports.least(), -(2 ** 31));
  exports.tell(200);
  assert.deepEqual(noted, [-56]);
});

test("memory that grows leaves a detached buffer behind, as the glue expects, and keeps what was in it", async (context) => {
  const exports = await twinOf(context, MODULE, { page: { note() {}, note64() {} } });
  const before = exports.memory.buffer;
  assert.equal(exports.grow(), 1);
  assert.equal(before.byteLength, 0);
  assert.equal(exports.memory.buffer.byteLength, 2 * 65536);
  assert.equal(Buffer.from(exports.memory.buffer, 16, 5).toString(), "plain");
});

test("a 64-bit integer that would leave the twin is refused instead of cut in two", async (context) => {
  const noted = [];
  const page = { note() {}, note64: (value) => noted.push(value) };
  const exports = await twinOf(context, MODULE, { page });
  assert.throws(() => exports.tell64(), { name: "RangeError", message: /64-bit/ });
  assert.deepEqual(noted, []);
});

test("an export of 64-bit integers fails the build", async (context) => {
  const text = `(module (memory 1) (data (i32.const 16) "x")
    (func (export "count") (result i64) (i64.const 1))
    (func (export "grow") (result i32) (memory.grow (i32.const 1))))`;
  await assert.rejects(twinOf(context, text), { message: /64-bit/ });
});
