// Finds the programs that are not npm packages: wasm-bindgen of exactly the pinned version, browsers, their drivers.
// An environment variable wins (CHROME, FIREFOX, CHROMEDRIVER, GECKODRIVER), then PATH, then the usual places.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { cache, read } from "./places.mjs";
import { ask, which } from "./shell.mjs";

const exe = process.platform === "win32" ? ".exe" : "";

/** A tool that `cargo install --root` keeps for the next run, and for the next clone. */
export const toolRoot = (crate, version) => join(cache, "tools", `${crate}-${version}`);

/** The version of a crate in Cargo.lock, or, before there is one, the exact pin of Cargo.toml. */
export function lockedVersion(crate) {
  try {
    const found = read("Cargo.lock").match(new RegExp(`name = "${crate}"\\r?\\nversion = "([^"]+)"`));
    if (found) return found[1];
  } catch {
    // No lock file yet.
  }
  return read("Cargo.toml").match(new RegExp(`^${crate} = "=([^"]+)"`, "m"))?.[1];
}

/** A program of the wasm-bindgen-cli package (`wasm-bindgen`, `wasm-bindgen-test-runner`) of the crate's version. */
export function wasmBindgen(program = "wasm-bindgen") {
  const version = lockedVersion("wasm-bindgen");
  const kept = join(toolRoot("wasm-bindgen-cli", version), "bin", program + exe);
  return [which("wasm-bindgen") && which(program), kept].find(
    (path) => path && existsSync(path) && ask(path, ["--version"])?.split(" ")[1] === version,
  );
}

const programFiles = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA];
const onWindows = (...tail) => programFiles.filter(Boolean).map((folder) => join(folder, ...tail));
const onMac = (app, name) =>
  ["/Applications", join(homedir(), "Applications")].map((folder) =>
    join(folder, `${app}.app/Contents/MacOS`, name),
  );

const first = (candidates) => candidates.map(which).find(Boolean);

export const chromium = () =>
  first([
    process.env.CHROME,
    "chromium",
    "chromium-browser",
    "google-chrome-for-testing",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge",
    ...onMac("Chromium", "Chromium"),
    ...onMac("Google Chrome", "Google Chrome"),
    ...onWindows("Chromium", "Application", "chrome.exe"),
    ...onWindows("Google", "Chrome", "Application", "chrome.exe"),
    ...onWindows("Microsoft", "Edge", "Application", "msedge.exe"),
  ]);

export const firefox = () =>
  first([
    process.env.FIREFOX,
    "firefox-esr",
    "firefox",
    ...onMac("Firefox", "firefox"),
    ...onWindows("Mozilla Firefox", "firefox.exe"),
  ]);

export const chromedriver = () => first([process.env.CHROMEDRIVER, "chromedriver"]);

export const geckodriverVersion = "0.37.1";
export const geckodriver = () =>
  first([
    process.env.GECKODRIVER,
    "geckodriver",
    join(toolRoot("geckodriver", geckodriverVersion), "bin", `geckodriver${exe}`),
  ]);

/** What child processes (tests, rehearsal) need to find the same browsers as we did. */
export function browserEnv() {
  const found = {
    CHROME: chromium(),
    FIREFOX: firefox(),
    CHROMEDRIVER: chromedriver(),
    GECKODRIVER: geckodriver(),
  };
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path));
}

export const cargoDenyVersion = "0.20.2";
export function cargoDeny() {
  const kept = join(toolRoot("cargo-deny", cargoDenyVersion), "bin", `cargo-deny${exe}`);
  return [which("cargo-deny"), kept].find(
    (path) => path && existsSync(path) && ask(path, ["--version"])?.split(" ")[1] === cargoDenyVersion,
  );
}

export const openpyxlVersion = read("tests", "export", "requirements.txt").match(/^openpyxl==(\S+)/m)[1];
/** A Python with openpyxl, which reads saved spreadsheets back: `{ python, folder }`, the folder for `PYTHONPATH`. */
export function openpyxl() {
  const folder = toolRoot("openpyxl", openpyxlVersion);
  const python = which("python3") ?? which("python");
  const env = { ...process.env, PYTHONPATH: folder };
  const found = python && ask(python, ["-c", "import openpyxl; print(openpyxl.__version__)"], { env });
  return found === openpyxlVersion ? { python, folder } : undefined;
}
