// Whose work is in the package: found along the graph that is compiled, told with its licence, and listed with its checksum.
import assert from "node:assert/strict";
import test from "node:test";
import { shippedCrates } from "../../scripts/build.mjs";
import { billOfMaterials, notices, reached } from "../../scripts/lib/third-party.mjs";

const library = (name, more = {}) => ({
  id: name,
  name,
  version: "1.0.0",
  source: "registry",
  targets: [{ kind: ["lib"] }],
  ...more,
});

test("only what is compiled into a part counts: no macro, no build script's or test's crate, nothing of another part", () => {
  const to = (pkg, kind = null) => ({ pkg, dep_kinds: [{ kind }] });
  const metadata = {
    packages: [
      library("part", { source: null }),
      library("used"),
      library("deep"),
      library("macro", { targets: [{ kind: ["proc-macro"] }] }),
      library("macros-own"),
      library("for-build"),
      library("for-tests"),
      library("elsewhere"),
    ],
    resolve: {
      nodes: [
        { id: "part", deps: [to("used"), to("macro"), to("for-build", "build"), to("for-tests", "dev")] },
        { id: "used", deps: [to("deep")] },
        { id: "macro", deps: [to("macros-own")] },
        ...["deep", "macros-own", "for-build", "for-tests", "elsewhere"].map((id) => ({ id, deps: [] })),
      ],
    },
  };
  assert.deepEqual(
    reached(metadata, ["part"]).map(({ name }) => name),
    ["deep", "used"],
  );
});

test("each crate in the package is named with its licence in the notices and with its checksum in the bill of materials", async () => {
  const crates = await shippedCrates();
  assert.ok(crates.some(({ name }) => name === "wasm-bindgen"));
  const text = notices(crates);
  const { components } = billOfMaterials(crates);
  for (const { name, version, license } of crates) {
    assert.ok(license, `${name} has a licence`);
    assert.ok(text.includes(`${name} ${version}, ${license}`), `${name} is in the notices`);
    const part = components.find(({ purl }) => purl === `pkg:cargo/${name}@${version}`);
    assert.match(part.hashes[0].content, /^[0-9a-f]{64}$/, `${name} has a checksum`);
  }
});

test("npm packages are listed as what builds and tests the package, each with its checksum", () => {
  const { components } = billOfMaterials([]);
  const esbuild = components.find(({ name }) => name === "esbuild");
  assert.equal(esbuild.scope, "excluded");
  assert.match(esbuild.hashes[0].content, /^[0-9a-f]{128}$/);
});
