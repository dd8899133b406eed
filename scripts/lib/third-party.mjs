// Whose work is in the package: the Rust crates that are compiled into it, found by walking Cargo's own graph from the parts that
// are built. Two things are made of that: the notices that their licences ask for, and a bill of materials in CycloneDX's form.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cargoEnv, read, root, version } from "./places.mjs";
import { ask, Fail } from "./shell.mjs";
import { lockedVersion } from "./tools.mjs";

const TRIPLE = "wasm32-unknown-unknown";
const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;
const byName = (a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1);

/** The crates of others that end up in what is built from `parts`, sorted. */
export function compiledCrates(parts) {
  const args = ["metadata", "--format-version=1", "--locked", "--filter-platform", TRIPLE];
  const told = ask("cargo", args, { cwd: root, env: cargoEnv(), maxBuffer: 2 ** 28 });
  if (!told) throw new Fail("cargo metadata failed.", `cargo ${args.join(" ")}`);
  return reached(JSON.parse(told), parts);
}

/** Walks from `parts` along ordinary dependencies. What a macro or a build script needs runs in the build and is not shipped. */
export function reached({ packages, resolve }, parts) {
  const packageOf = new Map(packages.map((one) => [one.id, one]));
  const nodeOf = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(packageOf.get(id))) return;
    found.add(id);
    for (const { pkg, dep_kinds: kinds } of nodeOf.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  for (const { id, name } of packages) if (parts.includes(name)) visit(id);
  return [...found]
    .map((id) => packageOf.get(id))
    .filter(({ source }) => source)
    .sort(byName);
}

const MIT = /permission is hereby granted, free of charge/i;
const APACHE = /apache license/i;

/** The licence texts that lie in a crate's own folder. Where Apache's is one choice and MIT's another, MIT's is taken. */
function licenceTexts({ manifest_path: manifest, license }) {
  const folder = dirname(manifest);
  const texts = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
  const mayChoose =
    /MIT( OR |\/)Apache|Apache-2\.0( OR |\/)MIT/.test(license) && texts.some((text) => MIT.test(text));
  return mayChoose ? texts.filter((text) => MIT.test(text) || !APACHE.test(text)) : texts;
}

/** The notices: every crate with its licence, then each text once, with the crates that it comes with. */
export function notices(crates) {
  // Texts that differ in their line breaks only are one.
  const found = new Map();
  for (const crate of crates) {
    for (const text of licenceTexts(crate)) {
      const words = text.replace(/\s+/g, " ");
      const { names = [] } = found.get(words) ?? {};
      found.set(words, { text, names: [...names, `${crate.name} ${crate.version}`] });
    }
  }
  const lines = crates.map(({ name, version, license, repository }) =>
    [`${name} ${version}`, license, repository].filter(Boolean).join(", "),
  );
  const texts = [...found.values()].map(
    ({ text, names }) => `${"-".repeat(80)}\n${names.join(", ")}:\n\n${text}\n`,
  );
  return `Farewell is under the MIT licence. The work of others that is compiled into it:

${lines.join("\n")}

The standard library of Rust (https://www.rust-lang.org), MIT OR Apache-2.0, is part of each module. wasm-bindgen writes the scripts
that load them; wasm2js of Binaryen (https://github.com/WebAssembly/binaryen, Apache-2.0) writes engine.wasm2js.js.

${texts.join("\n")}`;
}

/** The bill of materials: crates in the package as required, npm packages, which only build and test it, as excluded. */
export function billOfMaterials(crates) {
  const checksum = new Map(
    [
      ...read("Cargo.lock").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g),
    ].map(([, name, number, sum]) => [`${name} ${number}`, sum]),
  );
  const cargo = crates.map(({ name, version: number, license }) => ({
    ...component("cargo", name, number, "required"),
    hashes: [{ alg: "SHA-256", content: checksum.get(`${name} ${number}`) }],
    licenses: [{ expression: license.replaceAll("/", " OR ") }],
  }));
  const self = component("generic", "farewell", version, "required");
  const components = [...cargo, ...npmComponents()];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { ...self, type: "application", licenses: [{ license: { id: "MIT" } }] },
      properties: [{ name: "wasm-bindgen", value: lockedVersion("wasm-bindgen") }],
    },
    components,
    dependencies: [{ ref: self["bom-ref"], dependsOn: cargo.map((one) => one["bom-ref"]) }],
  };
}

function component(kind, name, number, scope) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${number}`;
  return { type: "library", "bom-ref": purl, name, version: number, scope, purl };
}

function npmComponents() {
  const found = new Map();
  for (const [path, { version: number, integrity }] of Object.entries(
    JSON.parse(read("package-lock.json")).packages,
  )) {
    if (!path || !integrity) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const [algorithm, sum] = integrity.split("-");
    const hashes = [
      { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(sum, "base64").toString("hex") },
    ];
    found.set(`${name} ${number}`, { ...component("npm", name, number, "excluded"), hashes });
  }
  return [...found.values()].sort(byName);
}
