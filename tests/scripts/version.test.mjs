// The version stands in one place, package.json; what is made from it says the same.
import assert from "node:assert/strict";
import test from "node:test";
import { manifest, oldest } from "../../extension/manifest.mjs";
import { read, version } from "../../scripts/lib/places.mjs";

test("manifests and the npm lock file say the version of package.json", () => {
  for (const browser of ["chrome", "firefox"]) assert.equal(manifest(browser).version, version);
  const lock = JSON.parse(read("package-lock.json"));
  assert.deepEqual([lock.version, lock.packages[""].version], [version, version]);
});

test("the compiler of the reviewers' container and of the public workflow is the one that Cargo.toml asks for", () => {
  const [, wanted] = read("Cargo.toml").match(/^rust-version = "(.+)"/m);
  const [, reviewers] = read("scripts", "reviewer.Containerfile").match(/^ARG RUST=(.+)/m);
  const [, ours] = read(".github", "actions", "prepare", "action.yml").match(/--default-toolchain (\S+)/);
  assert.ok(reviewers.startsWith(`${wanted}.`), `${reviewers} is a ${wanted}`);
  assert.equal(ours, reviewers);
});

test("the README names the oldest browsers as the manifests do", () => {
  const [, chrome, firefox, android] = read("README.md").match(
    /Chromium from version (\d+), in Firefox from (\d+) and in Firefox for Android from (\d+)/,
  );
  const wanted = [oldest.chrome, oldest.firefox, oldest.android];
  assert.deepEqual([chrome, firefox, android].map(Number), wanted.map(Number));
});
