// The changelog: in its form, so that the notes of a release can be cut from it.
import assert from "node:assert/strict";
import test from "node:test";
import { notesOf, troubles } from "../../scripts/lib/changelog.mjs";
import { read } from "../../scripts/lib/places.mjs";

const LOG = `# Changelog

Words above.

## [Unreleased]

### Fixed

- Not yet.

## [1.1.0] - 2026-02-01

### Added

- A thing.

## [1.0.0] - 2026-01-01

- The first.
`;

test("the product's own changelog is in the form", () =>
  assert.deepEqual(troubles(read("CHANGELOG.md")), []));

test("the notes of a version are its entry and nothing of the next", () => {
  assert.equal(notesOf("1.1.0", LOG), "### Added\n\n- A thing.");
  assert.equal(notesOf("1.0.0", LOG), "- The first.");
});

test("a version without a dated entry has no notes", () => {
  assert.throws(() => notesOf("Unreleased", LOG), /no dated entry for Unreleased/);
  assert.throws(() => notesOf("2.0.0", LOG), /no dated entry for 2\.0\.0/);
});

test("heads, dates and kinds out of form are named", () => {
  assert.deepEqual(troubles(LOG.replace("## [1.0.0] - 2026-01-01", "## 1.0.0")), [
    '"## 1.0.0" is no head of an entry',
  ]);
  assert.deepEqual(troubles(LOG.replace(" - 2026-02-01", "")), ["1.1.0 has no date"]);
  assert.deepEqual(troubles(LOG.replace("### Added", "### New")), [
    '"New" is none of Added, Changed, Deprecated, Removed, Fixed, Security',
  ]);
});
