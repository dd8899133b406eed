// From Rust to the two forms of a module: real WebAssembly, and the same module as plain JavaScript (the twin), for
// documents whose policy forbids WebAssembly. Both come from one cargo build and share one glue.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { at, cargoEnv, parts, root, target } from "./places.mjs";
import { Fail, run } from "./shell.mjs";
import { wasmBindgen } from "./tools.mjs";

const triple = "wasm32-unknown-unknown";

// The lowering that wasm2js needs, because Rust's standard library comes compiled with these features.
const lowering = [
  "--llvm-memory-copy-fill-lowering",
  "--signext-lowering",
  "--llvm-nontrapping-fptoint-lowering",
];

// Without it all that has one caller becomes one function of a hundred kilobytes, which weighs more, and which the twin has to
// have compiled whole before its first line runs.
const apart = ["--one-caller-inline-max-function-size=20", "--always-inline-max-function-size=7"];

// Flattened and put together again, the code takes a hundredth less. The lowest kilobyte is the stack's end: unused.
const smallest = ["--low-memory-unused", "--flatten", "--rereloop", ...apart, "-Oz", "-Oz", "--converge"];

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
    // A stack of 64 kB instead of 1 MB: the first memory is 2 pages instead of 17.
    "-Clink-arg=-zstack-size=65536",
    // Without these wasm-bindgen keeps handles in an externref table, which wasm2js can't express, and which weighs
    // half a kilobyte more after gzip than an array in the glue.
    "-Ctarget-feature=-reference-types,-multivalue",
    ...remap.map(([from, to]) => `--remap-path-prefix=${from}=${to}`),
  ];
  const env = cargoEnv({ CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), CARGO_TERM_PROGRESS_WHEN: "never" });
  // One after the other: together they would share the features of their dependencies, and the engine does without
  // the standard library that the popup has.
  for (const name of crates) {
    const features = name === "farewell-engine" ? ["--features", "bare"] : [];
    await run("cargo", ["build", "--release", "--locked", "--target", triple, "-p", name, ...features], {
      cwd: root,
      env,
      next: "correct what the compiler names above, then: npm run build",
    });
  }
}

/** The sections of a module as `{ id, name, bytes }`: `bytes` is the whole section, its header included. */
export function sections(module) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const found = [];
  while (at < module.length) {
    const start = at;
    const id = module[at++];
    const size = number();
    const end = at + size;
    let name;
    if (id === 0) {
      const length = number();
      name = module.subarray(at, at + length).toString("utf8");
    }
    found.push({ id, name, bytes: module.subarray(start, end) });
    at = end;
  }
  return found;
}

// The standard library was compiled with reference types, so the linker writes that the module uses them. It doesn't,
// and wasm-bindgen believes what is written: '+' (0x2b, used) becomes '-' (0x2d, disallowed) in place.
function disown(module, feature) {
  const section = sections(module).find(({ name }) => name === "target_features");
  const index = section?.bytes.indexOf(`+${String.fromCharCode(feature.length)}${feature}`) ?? -1;
  if (index >= 0) section.bytes[index] = 0x2d;
}

// Every import is named twice, in the glue and in the module, and its name ends with a hash that nothing makes smaller. Names
// of the same length that say their number instead change no other byte.
function number(glue, bound) {
  let text = readFileSync(glue, "utf8");
  let module = readFileSync(bound).toString("latin1");
  const names = new Set(text.match(/__wb\w+_[0-9a-f]{16}/g));
  [...names].forEach((name, at) => {
    const numbered = `__wb${String(at).padStart(name.length - 4, "_")}`;
    text = text.replaceAll(name, numbered);
    module = module.replaceAll(name, numbered);
  });
  writeFileSync(glue, text);
  writeFileSync(bound, Buffer.from(module, "latin1"));
}

// What the glue has for browsers that we do not run in, and for closures that end before their document: ours is one, and
// lives as long. Half a kilobyte after gzip.
const needless = [
  [
    "what encodes where `encodeInto` is missing",
    /\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?\n\}\n/,
    "\n",
  ],
  [
    "the decoder that Safari needs anew",
    /function decodeText\(bytes\) \{[\s\S]*?\n\}\n/,
    "const decodeText = (bytes) => cachedTextDecoder.decode(bytes);\n",
  ],
  ["what destroys closures", /const CLOSURE_DTORS = [\s\S]*?;\n\n/, ""],
  [
    "closures that are counted",
    /function makeClosure\(arg0, arg1, f\) \{[\s\S]*?\n\}\n/,
    "const makeClosure = (arg0, arg1, f) => (...args) => f(arg0, arg1, ...args);\n",
  ],
];

function trim(glue) {
  const text = needless.reduce(
    (text, [what, pattern, instead]) => {
      if (!pattern.test(text))
        throw new Fail(`wasm-bindgen no longer writes ${what} the way scripts/lib/wasm.mjs expects.`);
      return text.replace(pattern, instead);
    },
    readFileSync(glue, "utf8"),
  );
  writeFileSync(glue, text);
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
  if (!dev) number(glue, bound);
  if (!dev && crate === "farewell-engine") trim(glue);
  const wasm = join(folder, `${name}.opt.wasm`);
  const names = dev ? ["-g"] : ["--strip-debug", "--strip-producers", "--strip-target-features"];
  await binaryen("wasm-opt", [...smallest, ...names, bound, "-o", wasm]);
  return { name, folder, glue, bound, wasm };
}

/** The module as a JavaScript file that exports `instantiate(imports)`: what a WebAssembly.Instance's exports are. */
export async function twin({ name, folder, bound }, { dev = false } = {}) {
  const lowered = join(folder, `${name}.mvp.wasm`);
  const raw = join(folder, `${name}.wasm2js.js`);
  const names = dev ? ["-g"] : ["--strip-debug", "--strip-producers"];
  await binaryen("wasm-opt", [
    ...smallest,
    ...names,
    ...lowering,
    "--strip-target-features",
    bound,
    "-o",
    lowered,
  ]);
  await binaryen("wasm2js", [
    "-Oz",
    ...apart,
    "--mvp-features",
    "--enable-mutable-globals",
    lowered,
    "-o",
    raw,
  ]);
  const file = join(folder, `${name}.twin.js`);
  writeFileSync(file, reshape(readFileSync(raw, "utf8")));
  return file;
}

// What wasm2js writes is an ES module that starts itself. We want a function of its imports; memory that behaves as
// WebAssembly's does when it grows (the old buffer is detached, which is how the glue notices); and its data as one
// text. Every change is checked: another Binaryen that writes otherwise fails the build.
function reshape(source) {
  const replace = (what, pattern, to) => {
    if (!pattern.test(source))
      throw new Fail(`wasm2js no longer writes ${what} the way scripts/lib/wasm.mjs expects.`);
    source = source.replace(pattern, to);
  };
  replace("its imports", /^import \* as .*$/gm, "");
  replace("its start", /\nvar retasmFunc = asmFunc\([\s\S]*$/, "\nexport const instantiate = asmFunc;\n");
  replace(
    "memory growth",
    /newHEAP8\.set\(HEAP8\);/,
    "newHEAP8.set(HEAP8); structuredClone(buffer, { transfer: [buffer] });",
  );
  // An address is far below 2 ** 31: to make an integer of it changes nothing.
  replace("its bytes", /(HEAPU?8\[[^[\]]*) \| 0\]/g, "$1]");
  // What is compared is a variable, and each holds an integer already; only what JavaScript passes in has to be made one.
  const comparison = "(?:[=!]=|[<>]=?)";
  const compared = `\\(([$\\w]+) \\| 0\\)`;
  replace(
    "its comparisons",
    new RegExp(`${compared}(?= ${comparison} )|(?<= ${comparison} )${compared}`, "g"),
    "$1$2",
  );
  replace("its data decoder", /var base64ReverseLookup[\s\S]*?\n {2}\}\n[\s\S]*?\n {2}\}\n/, "");
  const segment = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);/g;
  const segments = [...source.matchAll(segment)].map(([, at, base64]) => [
    Number(at),
    Buffer.from(base64, "base64"),
  ]);
  const start = Math.min(...segments.map(([at]) => at));
  const data = Buffer.alloc(Math.max(...segments.map(([at, bytes]) => at + bytes.length)) - start);
  for (const [at, bytes] of segments) bytes.copy(data, at - start);
  // All of it as one, where the first piece stood, a sign a byte: to unpack it would take longer than it saves.
  const signs = JSON.stringify(data.toString("latin1"));
  let isFirst = true;
  replace("its data", segment, () => {
    const code = isFirst
      ? `bufferView.set(Uint8Array.from(${signs}, (sign) => sign.charCodeAt()), ${start});`
      : "";
    isFirst = false;
    return code;
  });
  return source;
}
