// `npm run lint`: everything that can be judged without running it. Cargo's checks, which wait for each other, run beside those
// of Node; what a check says is shown once it has ended. All checks run, then the failed ones are named.
import { readFileSync } from "node:fs";
import { currentFlowsDoc } from "./lib/flows-doc.mjs";
import { at, cargoEnv, root } from "./lib/places.mjs";
import { Fail, main, run, say, sideBySide } from "./lib/shell.mjs";
import { timed } from "./lib/times.mjs";
import { cargoDeny } from "./lib/tools.mjs";
import { setup } from "./setup.mjs";
import { lintStore } from "./lint-store.mjs";

const node = (path, ...args) =>
  run(process.execPath, [at("node_modules", ...path), ...args], { cwd: root, quiet: true });
const cargo = (...args) => run("cargo", args, { cwd: root, env: cargoEnv(), quiet: true });

// Crates that know no browser: their tests need what a browser has not.
const pure = ["farewell-core", "farewell-export", "farewell-letters", "farewell-orders"];

const withCargo = {
  "format of Rust (npm run format)": () => cargo("fmt", "--all", "--check"),
  clippy: () => cargo("clippy", "--workspace", "--all-targets", "--", "-D", "warnings"),
  "clippy for the browser": () =>
    cargo(
      ...["clippy", "--workspace", "--all-targets", ...pure.flatMap((name) => ["--exclude", name])],
      ...["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
    ),
  // Advisories need a database from the network: the public workflow asks for them.
  "licences and sources of crates": () =>
    run(cargoDeny(), ["--offline", "check", "licenses", "bans", "sources"], {
      cwd: root,
      env: cargoEnv(),
      quiet: true,
    }),
};

const withNode = {
  "format of the rest (npm run format)": () =>
    node(["prettier", "bin", "prettier.cjs"], "--check", "--log-level=warn", "."),
  eslint: () => node(["eslint", "bin", "eslint.js"], "--max-warnings=0", "."),
  "types of JavaScript": () => node(["typescript", "bin", "tsc"], "--project", "."),
  "docs/flows.md (npm run docs)": flowsAreCurrent,
  "the built extension (npm run lint:store)": lintStore,
};

/** The page that is made from the facts says what they say now. */
function flowsAreCurrent() {
  if (readFileSync(at("docs", "flows.md"), "utf8") !== currentFlowsDoc()) {
    throw new Fail("docs/flows.md is not what the facts say.", "npm run docs");
  }
}

/** Runs checks one after the other; gives the names of those that failed. */
async function failuresOf(checks) {
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await timed(`  lint: ${name}`, async () => void (await check()));
    } catch (failure) {
      if (!(failure instanceof Fail)) throw failure;
      failed.push(name);
      say(`✗ ${name}: ${failure.message}`);
    }
  }
  return failed;
}

await main(async () => {
  await timed("lint", async () => {
    await setup({ browsers: false, checks: true });
    const failed = (await sideBySide([() => failuresOf(withCargo), () => failuresOf(withNode)])).flat();
    if (failed.length) throw new Fail(`Lint failed: ${failed.join("; ")}.`, "correct what is named above");
  });
  say("\nLint passed.");
});
