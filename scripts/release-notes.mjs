// `node scripts/release-notes.mjs vVERSION`: the notes of a release, cut from the changelog. Fails unless the tag is the version of
// package.json and the changelog has a dated entry for it. Node builtins only.
import { notesOf } from "./lib/changelog.mjs";
import { read, version } from "./lib/places.mjs";
import { Fail, main, say } from "./lib/shell.mjs";

await main(async () => {
  const tag = process.argv[2];
  if (tag !== `v${version}`)
    throw new Fail(`The tag is ${tag ?? "missing"}, the version is ${version}.`, `git tag v${version}`);
  try {
    say(notesOf(version, read("CHANGELOG.md")));
  } catch ({ message }) {
    throw new Fail(message, `head its entry: ## [${version}] - YYYY-MM-DD`);
  }
});
