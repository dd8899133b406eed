// `npm run setup`: brings a machine that has only Node and Rust to where everything can be built and tested. It looks
// first and installs only what is missing, so running it again costs a second. Start, test and CI call it too.
// Node builtins only: on a fresh clone there is no node_modules yet.
//   --build-only   only what a build needs: no browsers, and nothing that checks
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { at, cache, cargoEnv, read, root } from "./lib/places.mjs";
import { ask, Fail, isMain, main, run, say, sideBySide, step, which } from "./lib/shell.mjs";
import { timed } from "./lib/times.mjs";
import * as tools from "./lib/tools.mjs";

/**
 * Each part looks, says what it does, and installs what is missing. `browsers: false` is enough for a build; `readers` are what
 * reads saved files back, `checks` what lint needs besides.
 */
export async function setup({ browsers = true, readers = browsers, checks = browsers } = {}) {
  step("Setup");
  await rust();
  // Compiling takes both cores and some minutes; the rest, which mostly waits for the network, goes on beside it.
  await sideBySide([
    npmPackages,
    // One after the other: both may have the system install something.
    async () => {
      if (browsers) await browsersAndDrivers();
      if (readers) await openpyxl();
    },
    async () => {
      await wasmBindgen();
      if (browsers) await geckodriver();
      if (checks) await cargoDeny();
    },
  ]);
}

const ready = (what) => say(`  ready   ${what}`);
const doing = (what) => say(`  install ${what}`);

async function rust() {
  const wanted = read("Cargo.toml").match(/^rust-version = "(.+)"/m)[1];
  const found = ask("rustc", ["--version"])?.split(" ")[1];
  if (!found)
    throw new Fail("Rust is not installed.", `install Rust ${wanted} or newer from https://rustup.rs`);
  const number = (version) => version.split(/[.-]/, 2).reduce((sum, part) => sum * 1000 + Number(part), 0);
  if (number(found) < number(wanted)) {
    throw new Fail(`Rust ${found} is too old: ${wanted} or newer is needed.`, "rustup update stable");
  }
  const target = "wasm32-unknown-unknown";
  const has = () =>
    existsSync(join(ask("rustc", ["--print", "sysroot"], { cwd: root }), "lib", "rustlib", target));
  if (!has()) {
    doing(`Rust's ${target} target`);
    if (!which("rustup")) {
      throw new Fail(
        `Rust's ${target} target is missing, and rustup is not there to add it.`,
        "use https://rustup.rs",
      );
    }
    await run("rustup", ["target", "add", target], { cwd: root, next: `rustup target add ${target}` });
  }
  ready(`Rust ${found} with ${target}`);
}

async function npmPackages() {
  // node_modules is as it should be when it was installed from this very lock file.
  const mark = at("node_modules", ".farewell-lock");
  const lock = createHash("sha256")
    .update(readFileSync(at("package-lock.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return ready("npm packages");
  doing("npm packages");
  // No package's own install step is needed, so none is run.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", args, { cwd: root, next: "npm ci --ignore-scripts" });
  writeFileSync(mark, lock);
  ready("npm packages");
}

async function cargoInstall(crate, version, why, ...more) {
  const folder = tools.toolRoot(crate, version);
  doing(`${crate} ${version} (${why}; some minutes, kept in ${folder})`);
  mkdirSync(folder, { recursive: true });
  const args = ["install", crate, "--version", version, ...more, "--root", folder, "--quiet"];
  // Its own target folder: the repository's is for the repository.
  const env = { ...cargoEnv(), CARGO_TARGET_DIR: join(cache, "tools-target"), RUSTFLAGS: "" };
  await run("cargo", args, { cwd: cache, env, next: `cargo install ${crate} --version ${version}` });
}

async function wasmBindgen() {
  const version = tools.lockedVersion("wasm-bindgen");
  const both = () => tools.wasmBindgen() && tools.wasmBindgen("wasm-bindgen-test-runner");
  if (!both()) await cargoInstall("wasm-bindgen-cli", version, "its version must equal the crate's");
  if (!both()) {
    throw new Fail(
      `wasm-bindgen ${version} could not be set up.`,
      `cargo install wasm-bindgen-cli --version ${version}`,
    );
  }
  ready(`wasm-bindgen ${version}`);
}

async function cargoDeny() {
  const version = tools.cargoDenyVersion;
  if (!tools.cargoDeny()) {
    // With the dependencies that its makers tested. The other tools' own lock files name versions that not every mirror has.
    await cargoInstall("cargo-deny", version, "checks licences and sources of crates", "--locked");
  }
  if (!tools.cargoDeny()) {
    throw new Fail(
      `cargo-deny ${version} could not be set up.`,
      `cargo install cargo-deny --version ${version}`,
    );
  }
  ready(`cargo-deny ${version}`);
}

async function browsersAndDrivers() {
  const wanted = [];
  if (!tools.chromium()) wanted.push("chromium");
  if (!tools.chromedriver()) wanted.push("chromium-driver");
  if (!tools.firefox()) wanted.push("firefox-esr");
  if (wanted.length) await aptInstall(wanted);
  for (const [name, path, variable, packages] of [
    ["Chromium or Chrome", tools.chromium(), "CHROME", "chromium"],
    ["chromedriver", tools.chromedriver(), "CHROMEDRIVER", "chromium-driver"],
    ["Firefox", tools.firefox(), "FIREFOX", "firefox-esr"],
  ]) {
    if (!path) {
      const next = which("apt-get")
        ? `sudo apt-get install ${packages}`
        : `install it, or set ${variable} to where it is, then: npm run setup`;
      throw new Fail(`${name} is not installed.`, next);
    }
    ready(ask(path, ["--version"]) || path);
  }
  await fonts();
}

/** The rehearsal's pictures need Arabic and CJK letters; nothing else does, so a failure here is only told. */
async function fonts() {
  if (!which("apt-get") || !which("dpkg-query")) return;
  const has = (name) => ask("dpkg-query", ["-W", "-f", "${Status}", name])?.includes("ok installed");
  const wanted = ["fonts-noto-core", "fonts-noto-cjk"].filter((name) => !has(name));
  if (!wanted.length) return;
  try {
    await aptInstall(wanted);
  } catch (failure) {
    say(
      `  note    without ${wanted.join(" and ")}, pictures may show boxes for letters. ${failure.next ?? ""}`,
    );
  }
}

let listsAreFresh = false;
async function aptInstall(packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  const next = `sudo ${command}`;
  if (!which("apt-get"))
    throw new Fail(`Missing: ${packages.join(", ")}.`, "install them, then: npm run setup");
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && ask("sudo", ["-n", "true"]) === undefined) {
    throw new Fail(`Missing: ${packages.join(", ")}; installing them needs an administrator.`, next);
  }
  doing(packages.join(", "));
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => {
    const words = isRoot ? ["apt-get", ...args] : ["sudo", "-n", "apt-get", ...args];
    return run(words[0], words.slice(1), { env, quiet: true, next });
  };
  if (!listsAreFresh) await apt("update");
  listsAreFresh = true;
  await apt(...command.split(" ").slice(1));
}

async function geckodriver() {
  if (!tools.geckodriver()) await cargoInstall("geckodriver", tools.geckodriverVersion, "drives Firefox");
  if (!tools.geckodriver()) throw new Fail("geckodriver is missing.", "cargo install geckodriver");
  ready(ask(tools.geckodriver(), ["--version"])?.split("\n")[0] ?? "geckodriver");
}

/** openpyxl, in a folder of its own: no Python of the machine is changed. */
async function openpyxl() {
  const has = (...args) => ask(which("python3") ?? "python", args) !== undefined;
  if (!has("--version")) await aptInstall(["python3", "python3-pip"]);
  else if (!tools.openpyxl() && !has("-m", "pip", "--version")) await aptInstall(["python3-pip"]);
  const version = tools.openpyxlVersion;
  const folder = tools.toolRoot("openpyxl", version);
  const list = at("tests", "export", "requirements.txt");
  const next = `python3 -m pip install --require-hashes --target ${folder} -r ${list}`;
  if (!tools.openpyxl()) {
    doing(`openpyxl ${version} (reads saved spreadsheets back, kept in ${folder})`);
    mkdirSync(folder, { recursive: true });
    const args = ["-m", "pip", "install", "--require-hashes", "--target", folder, "-r", list];
    await run(which("python3") ?? "python", args, { cwd: folder, quiet: true, next });
  }
  if (!tools.openpyxl()) throw new Fail(`openpyxl ${version} could not be set up.`, next);
  ready(`Python with openpyxl ${version}`);
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { "build-only": { type: "boolean" } } });
  await main(() => timed("setup", () => setup({ browsers: !values["build-only"] })));
}
