// From Rust to the two forms of a module: real WebAssembly, and the same module as plain JavaScript (the twin), for
// documents whose policy forbids WebAssembly. Both come from one cargo build and share one glue.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { at, cargoEnv, parts, root, target } from "./places.mjs";
import { Fail, run } from "./shell.mjs";
import { wasmBindgen } from "./tools.mjs";
import { sections } from "./wasm-format.mjs";

const triple = "wasm32-unknown-unknown";

// wasm2js speaks WebAssembly's first version only, and Rust's standard library comes compiled with more: these passes
// write what is newer in the older words.
const lowering = [
  "--llvm-memory-copy-fill-lowering",
  "--signext-lowering",
  "--llvm-nontrapping-fptoint-lowering",
];

// For speed. But what has one caller stays a function of its own: put together, a reading is one function of thirteen thousand
// lines in the js form, and the browser compiles all of it before its first line runs (docs/performance.md).
const optimise = ["-O3", "--one-caller-inline-max-function-size=20"];

const binaryen = (tool, args) =>
  run(process.execPath, [at("node_modules", "binaryen", "bin", tool), ...args], {
    quiet: true,
    next: "npm run setup",
  });

/** Compiles crates to WebAssembly. No path of this machine may end up in the bytes: stores rebuild and compare. */
export async function compile(crates) {
  const cargoHome = process.env.CARGO_HOME || join(homedir(), ".cargo");
  const strict = process.env.CI === "true" ? ["--locked"] : [];
  await run("cargo", ["fetch", "--target", triple, ...strict], {
    cwd: root,
    env: cargoEnv(),
    quiet: true,
    next: "cargo fetch",
  });
  const registry = join(cargoHome, "registry", "src");
  const sources = existsSync(registry) ? readdirSync(registry).map((name) => join(registry, name)) : [];
  // Later ones win, so the repository comes before the target folder, which often lies in it.
  const remap = [
    [cargoHome, "cargo"],
    [root, "."],
    [target, "target"],
    ...sources.map((path) => [path, "crates"]),
  ];
  const flags = [
    // A stack of 64 kB instead of 1 MB: the first memory is smaller by as much, in every guided page.
    "-Clink-arg=-zstack-size=65536",
    // Without these wasm-bindgen keeps handles in a table of references, which wasm2js can't express. Both forms share one
    // glue, so the wasm form does without as well.
    "-Ctarget-feature=-reference-types,-multivalue",
    ...remap.map(([from, to]) => `--remap-path-prefix=${from}=${to}`),
  ];
  const env = cargoEnv({ CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), CARGO_TERM_PROGRESS_WHEN: "never" });
  // One after the other: cargo would give each the features that any of them asks of a dependency.
  for (const name of crates) {
    await run("cargo", ["build", "--release", "--locked", "--target", triple, "-p", name], {
      cwd: root,
      env,
      next: "correct what the compiler names above, then: npm run build",
    });
  }
}

// The standard library was compiled with reference types, so the linker writes that the module uses them. It doesn't,
// and wasm-bindgen believes what is written: '+' (0x2b, used) becomes '-' (0x2d, disallowed) in place.
function disown(module, feature) {
  const section = sections(module).find(({ name }) => name === "target_features");
  const index = section?.bytes.indexOf(`+${String.fromCharCode(feature.length)}${feature}`) ?? -1;
  if (index >= 0) section.bytes[index] = 0x2d;
}

/** Runs wasm-bindgen and wasm-opt. Gives the paths `{ glue, bound, wasm }` of one crate's parts. */
export async function bind(crate, { dev = false } = {}) {
  const name = crate.replaceAll("-", "_");
  const folder = join(parts, crate);
  mkdirSync(folder, { recursive: true });
  const module = readFileSync(join(target, triple, "release", `${name}.wasm`));
  disown(module, "reference-types");
  disown(module, "multivalue");
  const plain = join(folder, `${name}.wasm`);
  writeFileSync(plain, module);
  const tool = wasmBindgen();
  if (!tool) throw new Fail("wasm-bindgen of the pinned version is missing.", "npm run setup");
  await run(tool, ["--target", "web", "--no-typescript", "--out-dir", folder, plain], { quiet: true });
  const [glue, bound] = [join(folder, `${name}.js`), join(folder, `${name}_bg.wasm`)];
  const wasm = join(folder, `${name}.opt.wasm`);
  const names = dev ? ["-g"] : ["--strip-debug", "--strip-producers", "--strip-target-features"];
  await binaryen("wasm-opt", [...optimise, ...names, bound, "-o", wasm]);
  return { name, folder, glue, bound, wasm };
}

/**
 * The module as JavaScript: `{ file, data }`. The file exports `instantiate(imports)`, which gives what a WebAssembly.Instance's
 * exports are; `data` is what its memory begins with, which is handed to it apart (extension/loader/began.js).
 */
export async function twin({ name, folder, bound }, { dev = false } = {}) {
  const lowered = join(folder, `${name}.mvp.wasm`);
  const raw = join(folder, `${name}.wasm2js.js`);
  const names = dev ? ["-g"] : ["--strip-debug", "--strip-producers"];
  const older = [...optimise, ...names, ...lowering, "--strip-target-features"];
  await binaryen("wasm-opt", [...older, bound, "-o", lowered]);
  await binaryen("wasm2js", [...optimise, "--mvp-features", "--enable-mutable-globals", lowered, "-o", raw]);
  const file = join(folder, `${name}.twin.js`);
  const { code, data } = reshape(readFileSync(raw, "utf8"));
  writeFileSync(file, code);
  return { file, data };
}

// What wasm2js writes is an ES module that starts itself. We want a function of its imports, and a few things otherwise. Every
// change is checked: another Binaryen that writes otherwise fails the build.
function reshape(source) {
  const replace = (what, pattern, to) => {
    if (!pattern.test(source))
      throw new Fail(`wasm2js no longer writes ${what} the way scripts/lib/wasm.mjs expects.`);
    source = source.replace(pattern, to);
  };
  replace("its imports", /^import \* as .*$/gm, "");
  replace("its start", /\nvar retasmFunc = asmFunc\([\s\S]*$/, "\nexport const instantiate = asmFunc;\n");
  // Memory that grows as WebAssembly's does: the old buffer is detached, which is how the glue notices.
  replace(
    "memory growth",
    /newHEAP8\.set\(HEAP8\);/,
    "newHEAP8.set(HEAP8); structuredClone(buffer, { transfer: [buffer] });",
  );
  // Its data comes apart, as the module's bytes do in the wasm form: the source of a function is kept as long as the function, and
  // its texts with it.
  const segment = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);/g;
  const segments = [...source.matchAll(segment)].map(([, at, base64]) => [
    +at,
    Buffer.from(base64, "base64"),
  ]);
  const start = Math.min(...segments.map(([at]) => at));
  const data = Buffer.alloc(Math.max(...segments.map(([at, bytes]) => at + bytes.length)) - start);
  for (const [at, bytes] of segments) bytes.copy(data, at - start);
  replace("its data", segment, "");
  replace(
    "where its data goes",
    /function initActiveSegments\(imports\) \{/,
    `$& bufferView.set(takeBytes(), ${start});`,
  );
  replace(
    "its data decoder",
    /var base64ReverseLookup[\s\S]*?\n {2}\}\n[\s\S]*?\n {2}\}\n/,
    `import { takeBytes } from ${JSON.stringify(at("extension", "loader", "began.js"))};\n`,
  );
  // wasm2js cuts a 64-bit integer at the border in two numbers, where the glue expects a BigInt: to fail is better than a wrong
  // number. What crosses the border for us has none; serde-wasm-bindgen brings an import that could.
  source = source.replace(/^( *var legalimport\$\S+) = .*;$/gm, "$1 = refuse64;");
  if (source.includes("legalstub$"))
    throw new Fail("An exported function takes or gives a 64-bit integer, which the js form can't.");
  const refusal = `throw new RangeError("No 64-bit integer can leave the js form.");`;
  return { code: `const refuse64 = () => { ${refusal} };\n${source}`, data };
}
