// `npm run repro`: proves that the packages are the same bytes wherever they are made, which is what the stores' reviewers check.
// Three builds are compared: the one in this folder, one in a fresh clone, and one of nothing but the source archive, in a folder
// with a blank and a dot in its name. The other two install their own npm packages and compile everything anew.
//   --short   the source archive alone, with this folder's npm packages and with what Cargo compiled there last time: what
//             `npm test` runs
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { at, dist, root, target, version } from "./lib/places.mjs";
import { ask, Fail, isMain, main, run, say, step } from "./lib/shell.mjs";
import { archiveSums } from "./lib/sums.mjs";
import { timed } from "./lib/times.mjs";
import { setup } from "./setup.mjs";

const SOURCE = `farewell-${version}-source.zip`;
const UNPACKED = ".source archive";

/** Builds elsewhere and compares with what lies in `dist`. Throws a `Fail` where a byte differs. */
export async function repro({ short = false } = {}) {
  const here = archiveSums(dist);
  if (!here[SOURCE]) throw new Fail("There is no source archive to build from.", "run this in a git clone");
  show("here", here);
  const compare = (what, work) => timed(`  build of ${what}`, async () => same(here, await work()));
  if (short) return compare("the source archive", shortBuild);
  const folder = mkdtempSync(join(tmpdir(), "farewell-repro-"));
  try {
    const clone = join(folder, "clone");
    await run("git", ["clone", "--quiet", root, clone]);
    await compare("a clone", () => buildIn(clone));
    const source = join(folder, "a deeper folder", UNPACKED);
    await unpackSource(source);
    await compare("the source archive", () => buildIn(source));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function shortBuild() {
  const folder = join(target, "repro", UNPACKED);
  rmSync(folder, { recursive: true, force: true });
  await unpackSource(folder);
  symlinkSync(at("node_modules"), join(folder, "node_modules"), "junction");
  return buildIn(folder, { compiled: join(target, "repro", "target") });
}

async function unpackSource(folder) {
  const { unzipSync } = await import("fflate");
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(dist, SOURCE))))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** Builds what lies in a folder as a reviewer would; gives the archives' checksums. */
async function buildIn(cwd, { compiled = join(cwd, "target") } = {}) {
  const env = { ...process.env, CARGO_TARGET_DIR: compiled };
  const next = `read what is said above; the folder was ${cwd}`;
  if (!existsSync(join(cwd, "node_modules"))) {
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd,
      env,
      next,
    });
  }
  await run(process.execPath, ["scripts/build.mjs"], { cwd, env, quiet: true, next });
  return archiveSums(join(cwd, "dist"));
}

const show = (where, sums) => {
  for (const [name, sum] of Object.entries(sums)) say(`  ${sum}  ${name}  (${where})`);
};

/** What was built elsewhere is what was built here. An unpacked archive is no clone, so it makes no source archive. */
function same(here, there) {
  show("elsewhere", there);
  for (const browser of ["chrome", "firefox"]) {
    const name = `farewell-${version}-${browser}.zip`;
    if (here[name] !== there[name])
      throw new Fail(`${name} is not the same bytes.`, "compare the unpacked folders");
  }
  if (there[SOURCE] && there[SOURCE] !== here[SOURCE]) throw new Fail(`${SOURCE} is not the same bytes.`);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({ options: { short: { type: "boolean" } } });
    // A clone has only what is committed.
    if (!values.short && ask("git", ["status", "--porcelain"], { cwd: root }))
      throw new Fail("Something here is not committed, so a clone would lack it.", "git status");
    await setup({ browsers: false });
    await build();
    step("Built elsewhere");
    await repro(values);
    say("\nEvery build gave the same archives.");
  });
}
