// The changelog in the form of https://keepachangelog.com: an entry a version, `## [1.2.3] - 2026-01-31`, newest first, and what is
// to come under `## [Unreleased]`.

const HEAD = /^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/;
const KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

/** The entries as `{ version, date, text }`, as they stand. */
export function entries(changelog) {
  const found = [];
  for (const line of changelog.split("\n")) {
    const [, version, date] = line.match(HEAD) ?? [];
    if (version) found.push({ version, date, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ lines, ...entry }) => ({ ...entry, text: lines.join("\n").trim() }));
}

/** What is not in the form, in words. */
export function troubles(changelog) {
  const all = entries(changelog);
  return [
    ...(all.length === 0 ? ["there is no entry"] : []),
    ...[...changelog.matchAll(/^## .*$/gm)]
      .filter(([line]) => !HEAD.test(line))
      .map(([line]) => `"${line}" is no head of an entry`),
    ...all
      .filter(({ version, date }) => (version === "Unreleased") === Boolean(date))
      .map(({ version }) => `${version} has ${version === "Unreleased" ? "a" : "no"} date`),
    ...[...changelog.matchAll(/^### (.*)$/gm)]
      .filter(([, kind]) => !KINDS.includes(kind))
      .map(([, kind]) => `"${kind}" is none of ${KINDS.join(", ")}`),
  ];
}

/** The notes of a release. Throws where the version has no dated entry. */
export function notesOf(version, changelog) {
  const entry = entries(changelog).find((one) => one.version === version);
  if (!entry?.date) throw new Error(`CHANGELOG.md has no dated entry for ${version}.`);
  return entry.text;
}
