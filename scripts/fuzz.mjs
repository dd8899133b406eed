// `npm run fuzz -- [target] [seconds]`: fuzzes the pure core with libFuzzer, every target for a minute unless told
// otherwise. It needs no nightly compiler and no cargo-fuzz: the flags are those that cargo-fuzz gives without a sanitizer
// (the core forbids unsafe code, so that what there is to find are panics, overflows and hangs), and a C++ compiler for
// libFuzzer itself. What was found lies in out/fuzz/, and `npm run fuzz -- TARGET FILE` runs it once more.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { at, cargoEnv, target } from "./lib/places.mjs";
import { ask, Fail, main, run, step } from "./lib/shell.mjs";

const COVERAGE = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Cllvm-args=-sanitizer-coverage-trace-compares",
  "-Ccodegen-units=1",
  "-Cdebug-assertions",
  "-Coverflow-checks",
  "--cfg",
  "fuzzing",
];
/** One input may take no longer: the core is linear, and inputs are short. */
const SECONDS_AN_INPUT = 5;

const targets = readdirSync(at("fuzz", "fuzz_targets")).map((name) => name.replace(/\.rs$/, ""));

/** The flags are for the targets only: with the host named, cargo does not give them to build scripts. */
async function build() {
  const host = ask("rustc", ["-vV"])?.match(/^host: (.*)$/m)?.[1];
  if (!host) throw new Fail("rustc does not answer.", "npm run setup");
  const folder = join(target, "fuzz");
  const args = ["build", "--release", "--manifest-path", at("fuzz", "Cargo.toml"), "--target", host];
  await run("cargo", args, {
    env: cargoEnv({ CARGO_TARGET_DIR: folder, CARGO_ENCODED_RUSTFLAGS: COVERAGE.join("\x1f") }),
    next: "libFuzzer is C++: install a compiler for it (Debian: apt-get install g++)",
  });
  return join(folder, host, "release");
}

await main(async () => {
  const [name, amount = "60"] = process.argv.slice(2);
  if (name && !targets.includes(name)) {
    throw new Fail(`There is no fuzz target "${name}".`, `npm run fuzz -- ${targets.join("|")} [seconds]`);
  }
  const folder = await build();
  for (const each of name ? [name] : targets) {
    step(`Fuzz: ${each}`);
    const kept = at("out", "fuzz", each);
    mkdirSync(join(kept, "corpus"), { recursive: true });
    const what = existsSync(amount)
      ? [amount]
      : [join(kept, "corpus"), `-max_total_time=${Number(amount)}`, "-print_final_stats=1"];
    const args = [...what, `-artifact_prefix=${kept}/`, `-timeout=${SECONDS_AN_INPUT}`, "-verbosity=0"];
    await run(join(folder, each), args, { next: `the input that did it is in ${kept}` });
  }
});
