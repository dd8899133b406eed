// What stays on this device beyond a guide, in `storage.local`, until the user clears it in the options:
//   picks   what the user pointed at, {"<page> <control>": {locator, on}}: numbers and hashes, no text of a page
//   found   how often each kind of signal carried the verdict on a control, {"<control>": {"<kind>": n}}
// Nothing of a private window is written here. A guide does not depend on any of it: a storage that fails is passed over.
import { api } from "./api.js";
import { dropAllCollected } from "./collected.js";
import { KEY as NOTE } from "./leftovers.js";
import { isChoice } from "./options.js";
import { changeGuide, dropDraft, guideOf } from "./store.js";

const NAME = /^[a-z-]{1,20}$/;
const LOCATOR = /^[a-z]\d{1,10}( [a-z]\d{1,10}){3,11}$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isNamed = (...names) => names.every((name) => typeof name === "string" && NAME.test(name));

let queue = Promise.resolve();

/** Changes one of the two by `change`; changes wait for each other. */
function change(key, by) {
  queue = queue
    .then(async () => {
      const before = (await api().storage.local.get(key))[key] ?? {};
      await api().storage.local.set({ [key]: by(before) });
    })
    .catch((error) => console.warn("Farewell:", error));
  return queue;
}

async function kept(key) {
  try {
    return (await api().storage.local.get(key))[key] ?? {};
  } catch (error) {
    console.warn("Farewell:", error);
    return {};
  }
}

/** The picks as {"<page> <control>": {locator, on}}. */
export const keptPicks = () => kept("picks");

/** The counts as {"<control>": {"<kind>": n}}. */
export const keptFound = () => kept("found");

/** The picks, each as {page, control, locator}: those of this guide alone, then those of this device. */
async function picksFor(guide) {
  const kept = Object.entries(await keptPicks()).map(([about, { locator }]) => {
    const [page, control] = about.split(" ");
    return { page, control, locator };
  });
  return [...(guide.picks ?? []), ...kept];
}

/** What an engine is told of the guide in its tab: null where none runs, or none that could go on. */
export async function toldOf(tab) {
  const guide = await guideOf(tab);
  return !guide || guide.failed ? { guide: null } : { guide, picks: await picksFor(guide) };
}

/** Keeps what the user pointed at; in a private window with the guide only, which is in memory. */
export async function keepPick(tab, { page, control, locator }, isPrivate) {
  if (!isNamed(page, control) || !LOCATOR.test(locator)) return;
  if (isPrivate) {
    await changeGuide(tab, (guide) => ({
      ...guide,
      picks: [
        ...(guide.picks ?? []).filter((old) => old.page !== page || old.control !== control),
        { page, control, locator },
      ],
    }));
    return;
  }
  const on = new Date().toISOString().slice(0, 10);
  await change("picks", (picks) => ({ ...picks, [`${page} ${control}`]: { locator, on } }));
}

/** Takes one pick away. */
export const dropPick = (about) => change("picks", ({ [about]: _gone, ...others }) => others);

/** Counts by which kind of signal a control was found. */
export async function countFound({ control, by }) {
  if (!isNamed(control, by)) return;
  await change("found", (found) => ({
    ...found,
    [control]: { ...found[control], [by]: (found[control]?.[by] ?? 0) + 1 },
  }));
}

// What an entry of each looks like; that of 0.1.0 is the same.
const ENTRIES = {
  picks: ([about, kept]) =>
    about.split(" ").length === 2 &&
    isNamed(...about.split(" ")) &&
    LOCATOR.test(kept?.locator) &&
    DAY.test(kept?.on),
  found: ([control, counts]) =>
    counts instanceof Object &&
    isNamed(control, ...Object.keys(counts)) &&
    Object.values(counts).every(Number.isInteger),
  options: ([name, value]) => isChoice(name, value),
};

/** Brings what another version has kept into this one's form: an entry that is not in it goes, and so does a key of no version. */
export async function migrateKept() {
  const local = api().storage.local;
  for (const [key, value] of Object.entries(await local.get(null))) {
    if (ENTRIES[key])
      await change(key, (kept) => Object.fromEntries(Object.entries(kept).filter(ENTRIES[key])));
    else if (key !== NOTE || !Array.isArray(value)) await local.remove(key);
  }
}

/**
 * Forgets everything: the above, the options, what is filled in in the popup, and what was read in any tab. A guide that runs goes
 * on, and what it needs stays with it until it ends.
 */
export async function forgetAll() {
  await queue;
  await api().storage.local.remove(["picks", "found", "options"]);
  await dropDraft();
  await dropAllCollected();
}
