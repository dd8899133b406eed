// `npm run lint`: everything that can be judged without running it. All checks run, then the failed ones are named.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { at, cargoEnv, dist, root } from "./lib/places.mjs";
import { Fail, main, run, say, step } from "./lib/shell.mjs";
import { setup } from "./setup.mjs";
import { build } from "./build.mjs";

const node = (path, ...args) => run(process.execPath, [at("node_modules", ...path), ...args], { cwd: root });
const cargo = (...args) => run("cargo", args, { cwd: root, env: cargoEnv() });

const checks = {
  "format of Rust (npm run format)": () => cargo("fmt", "--all", "--check"),
  "format of the rest (npm run format)": () =>
    node(["prettier", "bin", "prettier.cjs"], "--check", "--log-level=warn", "."),
  eslint: () => node(["eslint", "bin", "eslint.js"], "--max-warnings=0", "."),
  clippy: () => cargo("clippy", "--workspace", "--all-targets", "--", "-D", "warnings"),
  "clippy for the browser": () =>
    cargo(
      ...["clippy", "--workspace", "--all-targets", "--exclude", "farewell-core"],
      ...["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
    ),
  "the built extension": webExt,
};

/** Mozilla's own linter over what Firefox gets. */
async function webExt() {
  if (!existsSync(join(dist, "firefox", "manifest.json"))) await build();
  await node(
    ["web-ext", "bin", "web-ext.js"],
    ...["lint", "--source-dir", join(dist, "firefox"), "--no-config-discovery", "--warnings-as-errors"],
    ...["--self-hosted", "--boring"],
  );
}

await main(async () => {
  await setup({ browsers: false });
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    step(`Lint: ${name}`);
    try {
      await check();
    } catch (failure) {
      if (!(failure instanceof Fail)) throw failure;
      failed.push(name);
    }
  }
  if (failed.length) throw new Fail(`Lint failed: ${failed.join("; ")}.`, "correct what is named above");
  say("\nLint passed.");
});
