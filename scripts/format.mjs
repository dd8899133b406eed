// `npm run format`: writes every file the way `npm run lint` wants it.
import { at, cargoEnv, root } from "./lib/places.mjs";
import { main, run } from "./lib/shell.mjs";

await main(async () => {
  await run("cargo", ["fmt", "--all"], { cwd: root, env: cargoEnv() });
  const prettier = at("node_modules", "prettier", "bin", "prettier.cjs");
  await run(process.execPath, [prettier, "--write", "--log-level=warn", "."], {
    cwd: root,
    next: "npm run setup",
  });
});
