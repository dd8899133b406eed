// The archives for the stores, byte for byte the same wherever and whenever they are made: entries sorted, one fixed
// time, fixed rights, and a compressor that is part of the lock file instead of part of the machine.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { root } from "./places.mjs";
import { ask } from "./shell.mjs";

// Local time on purpose: a ZIP file has no time zone.
const mtime = new Date(1980, 0, 1);
const unix = 3;

/** Writes a ZIP of `[name, bytes, executable]` entries. */
export function pack(path, entries) {
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const files = sorted.map(([name, bytes, executable]) => {
    const attrs = (executable ? 0o100755 : 0o100644) << 16;
    return [name, [bytes, { mtime, os: unix, attrs: attrs >>> 0, level: 9 }]];
  });
  writeFileSync(path, zipSync(Object.fromEntries(files)));
}

/** All files below a folder, as entries. */
export function folderEntries(folder, prefix = "") {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    return entry.isDirectory()
      ? folderEntries(folder, name)
      : [[name, readFileSync(join(folder, name)), false]];
  });
}

/** What git tracks, as entries; undefined where there is no git to ask (a reviewer's unpacked source archive). */
export function sourceEntries() {
  const listed = existsSync(join(root, ".git"))
    ? ask("git", ["ls-files", "-z", "--stage"], { cwd: root })
    : undefined;
  if (!listed) return undefined;
  return listed
    .split("\0")
    .filter(Boolean)
    .map((line) => ({ executable: line.startsWith("100755"), name: line.slice(line.indexOf("\t") + 1) }))
    .filter(({ name }) => existsSync(join(root, name)) && statSync(join(root, name)).isFile())
    .map(({ name, executable }) => [name, readFileSync(join(root, name)), executable]);
}
