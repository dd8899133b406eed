// `npm run pack`: what is uploaded and published. Builds, and lays beside the archives the bill of materials and the checksums,
// which it prints.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, shippedCrates } from "./build.mjs";
import { dist, version } from "./lib/places.mjs";
import { isMain, main, say, step } from "./lib/shell.mjs";
import { sha256 } from "./lib/sums.mjs";
import { setup } from "./setup.mjs";

export async function packAll() {
  await setup({ browsers: false });
  await build();
  const { billOfMaterials } = await import("./lib/third-party.mjs");
  const bill = billOfMaterials(await shippedCrates());
  writeFileSync(join(dist, `farewell-${version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  const names = readdirSync(dist)
    .filter((name) => /\.(zip|cdx\.json)$/.test(name))
    .sort();
  const lines = names.map((name) => `${sha256(readFileSync(join(dist, name)))}  ${name}`);
  writeFileSync(join(dist, "SHA256SUMS"), `${lines.join("\n")}\n`);
  step("Checksums (dist/SHA256SUMS)");
  for (const line of lines) say(`  ${line}`);
}

if (isMain(import.meta.url)) await main(packAll);
