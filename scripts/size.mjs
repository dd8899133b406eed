// `npm run size`: where the bytes are that enter the page. The files as they ship, the module by section, and its
// largest functions by name.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, dist, parts } from "./lib/places.mjs";
import { main, run, say, step } from "./lib/shell.mjs";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";

const sectionNames = [
  "custom",
  "types",
  "imports",
  "functions",
  "table",
  "memory",
  "globals",
  "exports",
  "start",
];
sectionNames.push("elements", "code", "data", "data count", "tags");

await main(async () => {
  await setup({ browsers: false });
  const folder = join(parts, "farewell-engine");
  if (!existsSync(join(dist, "chrome", "engine.wasm.js")) || !existsSync(folder)) await build();
  const { sections } = await import("./lib/wasm.mjs");
  const { table } = await import("./lib/weigh.mjs");

  step("What ships");
  const shipped = [
    "engine.wasm.js",
    "engine.js.js",
    "background.js",
    "lexicon.wasm",
    "popup.js",
    "popup.wasm",
    "popup.html",
    "popup.css",
  ];
  table(
    shipped
      .map((name) => [name, join(dist, "chrome", name)])
      .filter(([, path]) => existsSync(path))
      .map(([name, path]) => [name, readFileSync(path)]),
  );

  step("The engine's module by section");
  const module = readFileSync(join(folder, "farewell_engine.opt.wasm"));
  table([
    ["all", module],
    ...sections(module)
      .sort((a, b) => b.bytes.length - a.bytes.length)
      .map(({ id, name, bytes }) => [name ?? sectionNames[id] ?? String(id), bytes]),
  ]);

  step("Its largest functions (bytes)");
  const named = join(folder, "named.wasm");
  const opt = at("node_modules", "binaryen", "bin", "wasm-opt");
  // The shipped module has no names: the same again with them.
  await run(process.execPath, [
    opt,
    "-Oz",
    "--converge",
    "-g",
    join(folder, "farewell_engine_bg.wasm"),
    "-o",
    named,
  ]);
  for (const { name, size } of functions(readFileSync(named), sections).slice(0, 40)) {
    say(`  ${String(size).padStart(8)}  ${name}`);
  }
});

/** Every function of a module with its name and the size of its body, largest first. */
function functions(module, sections) {
  const reader = (bytes) => ({ bytes, at: 0 });
  const byte = (from) => from.bytes[from.at++];
  const number = (from) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte(from);
      value += (next & 127) * 2 ** shift;
      if (next < 128) return value;
    }
  };
  const text = (from) => {
    const length = number(from);
    from.at += length;
    return from.bytes.toString("utf8", from.at - length, from.at);
  };
  const open = (wanted) => {
    const section = sections(module).find(wanted);
    const from = reader(section.bytes);
    byte(from);
    number(from);
    if (section.id === 0) text(from);
    return from;
  };
  const names = new Map();
  const custom = open(({ name }) => name === "name");
  while (custom.at < custom.bytes.length) {
    const kind = byte(custom);
    const end = number(custom) + custom.at;
    if (kind === 1) for (let left = number(custom); left > 0; left--) names.set(number(custom), text(custom));
    custom.at = end;
  }
  const code = open(({ id }) => id === 10);
  const count = number(code);
  // Imported functions come first in the numbering, and what wasm-bindgen's modules import are functions.
  const imported = number(open(({ id }) => id === 2));
  const found = [];
  for (let index = 0; index < count; index++) {
    const size = number(code);
    code.at += size;
    found.push({ name: plain(names.get(imported + index) ?? `function ${imported + index}`), size });
  }
  return found.sort((a, b) => b.size - a.size);
}

/** Rust's mangled names, readable enough. */
function plain(name) {
  return name.replaceAll(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}$/, "");
}
