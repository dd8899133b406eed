// `npm run lint`: everything that can be judged without running it. Cargo's checks, which wait for each other, run beside those
// of Node; what a check says is shown once it has ended. All checks run, then the failed ones are named.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { currentFlowsDoc } from "./lib/flows-doc.mjs";
import { at, cargoEnv, dist, root } from "./lib/places.mjs";
import { ask, Fail, main, run, say, sideBySide } from "./lib/shell.mjs";
import { timed } from "./lib/times.mjs";
import { setup } from "./setup.mjs";
import { build } from "./build.mjs";

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
};

const withNode = {
  "format of the rest (npm run format)": () =>
    node(["prettier", "bin", "prettier.cjs"], "--check", "--log-level=warn", "."),
  eslint: () => node(["eslint", "bin", "eslint.js"], "--max-warnings=0", "."),
  "docs/flows.md (npm run docs)": flowsAreCurrent,
  "the built extension": webExt,
};

/** The page that is made from the facts says what they say now. */
function flowsAreCurrent() {
  if (readFileSync(at("docs", "flows.md"), "utf8") !== currentFlowsDoc()) {
    throw new Fail("docs/flows.md is not what the facts say.", "npm run docs");
  }
}

// Warnings of Mozilla's linter that are no mistakes, each with the reason.
const accepted = new Map([
  // Older Firefox ignores the key. It must be there for the store, and the oldest version must stay.
  ["KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION", "data_collection_permissions"],
  ["KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION", "data_collection_permissions"],
]);

/** Mozilla's own linter over what Firefox gets. Its warnings count as errors, but for those accepted above. */
async function webExt() {
  if (!existsSync(join(dist, "firefox", "manifest.json"))) await build();
  const command = at("node_modules", "web-ext", "bin", "web-ext.js");
  const args = [
    "lint",
    "--source-dir",
    join(dist, "firefox"),
    "--no-config-discovery",
    "--self-hosted",
    "--output=json",
  ];
  // It ends with an error code itself where there are errors; its words are in the JSON either way.
  const output = ask(process.execPath, [command, ...args], { cwd: root, evenFailed: true });
  const { errors, warnings, notices } = JSON.parse(output.slice(output.indexOf("{")));
  const found = [...errors, ...warnings, ...notices].filter(
    ({ code, description }) => !(accepted.has(code) && description.includes(accepted.get(code))),
  );
  for (const { code, message, description, file, line } of found) {
    say(`  ${file ?? "manifest.json"}${line ? `:${line}` : ""} ${code}: ${message}. ${description}`);
  }
  if (found.length) throw new Fail(`web-ext lint found ${found.length} faults.`);
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
    await setup({ browsers: false });
    const failed = (await sideBySide([() => failuresOf(withCargo), () => failuresOf(withNode)])).flat();
    if (failed.length) throw new Fail(`Lint failed: ${failed.join("; ")}.`, "correct what is named above");
  });
  say("\nLint passed.");
});
