// Checksums of what was built.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The archives in a folder with their checksums, as `{ "farewell-1.2.3-chrome.zip": "…" }`. */
export function archiveSums(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".zip"));
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
