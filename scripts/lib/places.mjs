// Where everything lies: the repository, what is built, and what is kept between clones and runs (the pinned tools
// and, in continuous integration, Cargo's target folder, so that a fresh clone does not compile the world again).
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const at = (...parts) => join(root, ...parts);

export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "farewell");
export const dist = at("dist");
export const target =
  process.env.CARGO_TARGET_DIR || (process.env.CI === "true" ? join(cache, "target") : at("target"));
/** What the build makes on its way: never shipped, safe to delete. */
export const parts = join(target, "farewell-parts");

/** The environment for cargo and for everything that we start. */
export const cargoEnv = (more = {}) => ({ ...process.env, CARGO_TARGET_DIR: target, ...more });

export const read = (...path) => readFileSync(at(...path), "utf8");
export const version = JSON.parse(read("package.json")).version;
