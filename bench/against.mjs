// An older build of the product to measure against: the commit is checked out and built in a temporary worktree, with the
// packages of this tree where both lock files are the same.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, root, target } from "../scripts/lib/places.mjs";
import { ask, Fail, say } from "../scripts/lib/shell.mjs";

/** The built extension for Chromium of a commit; built once, and kept in the target folder. */
export function buildOf(name) {
  const commit = ask("git", ["rev-parse", "--verify", `${name}^{commit}`], { cwd: root });
  if (!commit) throw new Fail(`There is no commit "${name}".`, "git log --oneline");
  const kept = join(target, "against", commit);
  if (!existsSync(kept)) build(commit, kept);
  return kept;
}

function build(commit, kept) {
  const tree = mkdtempSync(join(tmpdir(), "farewell-against-"));
  const run = (command, ...args) => execFileSync(command, args, { cwd: tree, stdio: "inherit", env });
  // A target folder of its own: what is built on the way has the same names.
  const env = { ...process.env, CARGO_TARGET_DIR: join(target, "against", "target") };
  say(`Building ${commit.slice(0, 12)} to measure against`);
  try {
    execFileSync("git", ["worktree", "add", "--force", "--detach", tree, commit], { cwd: root });
    const lock = (folder) => readFileSync(join(folder, "package-lock.json"), "utf8");
    if (lock(tree) === lock(root)) symlinkSync(at("node_modules"), join(tree, "node_modules"), "dir");
    else run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    run("npm", "run", "--silent", "build");
    cpSync(join(tree, "dist", "chrome"), kept, { recursive: true });
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", tree], { cwd: root });
    rmSync(tree, { recursive: true, force: true });
  }
}
