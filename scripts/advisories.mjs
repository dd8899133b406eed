// `npm run advisories`: known holes in what we depend on. Both databases are on the network; where one does not answer, that is said
// as "not checked", which is not the same as none found. Ends with 1 where a hole is known.
import { spawnSync } from "node:child_process";
import { root } from "./lib/places.mjs";
import { Fail, main, say } from "./lib/shell.mjs";
import { cargoDeny } from "./lib/tools.mjs";
import { setup } from "./setup.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const ask = (command, args) => spawnSync(command, args, { cwd: root, encoding: "utf8" });

/** What RustSec knows of the crates: "clean", "not checked", or the holes in its words. */
function crates() {
  const { status, stdout, stderr } = ask(cargoDeny(), ["check", "advisories"]);
  if (status === 0) return "clean";
  const output = `${stdout}${stderr}`;
  return /^(error|warning)\[/m.test(output) ? output.trim() : "not checked";
}

/** What npm's registry knows of the packages, told likewise. */
function packages() {
  const { stdout } = ask(npm, ["audit", "--json"]);
  let told;
  try {
    told = JSON.parse(stdout);
  } catch {
    return "not checked";
  }
  if (!told.metadata?.vulnerabilities) return "not checked";
  const holes = Object.values(told.vulnerabilities);
  return holes.length === 0 ? "clean" : holes.map(({ name, severity }) => `${name}: ${severity}`).join("\n");
}

await main(async () => {
  await setup({ browsers: false, checks: true });
  const found = { crates: crates(), "npm packages": packages() };
  for (const [what, answer] of Object.entries(found)) say(`  ${what}: ${answer}`);
  const known = Object.values(found).filter((answer) => !["clean", "not checked"].includes(answer));
  if (known.length) throw new Fail("Holes are known in what we depend on.", "update what is named above");
});
