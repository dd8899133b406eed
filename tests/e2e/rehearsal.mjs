// `npm run rehearsal`: walks the guide headless through the practice site in both browsers, as a person would, and
// leaves a picture of every step, a report to leaf through (out/rehearsal/index.html) and a table of what was reached.
//   --all               every walk of walks.mjs; else only the core ones
//   --browser NAME      only this browser
//   --only TEXT         only walks whose title holds this text
// Ends with 1 if a walk does not reach its end.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, browserTitle, launch, overlay, ROOT, start, stop, until } from "./harness.mjs";
import { walk } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";
import { speaking } from "./harness/speaking.mjs";
import { report } from "./report.mjs";
import { reasonOf, titleOf, WALKS } from "./walks.mjs";

const OUT = join(ROOT, "out/rehearsal");

const folderOf = ({ flow, name, gen, lang = "en", core }) =>
  [flow, gen, lang, ...(core ? [] : [name.toLowerCase().replace(/\W+/g, "-")])].join("-");

/** Waits until the overlay has come to rest, so that no picture shows it on its way. */
async function atRest(lab, page) {
  let last;
  await until(
    async () => {
      const now = JSON.stringify(await overlay(lab, page), (key, value) =>
        key === "text" ? undefined : value,
      );
      const rests = now === last;
      last = now;
      return rests;
    },
    { within: 1500, every: 120 },
  ).catch(() => {});
}

async function rehearse(lab, each) {
  const { flow, gen, lang = "en", from, hash, switches, answers, handlers, ends = ["done"] } = each;
  const path = join(lab.name, folderOf(each));
  await mkdir(join(OUT, path), { recursive: true });
  const pictures = [];
  const shoot = async (page, words) => {
    const picture = join(path, `${String(pictures.length + 1).padStart(2, "0")}-${words}.png`);
    await page.screenshot({ path: join(OUT, picture) });
    return picture;
  };

  const began = performance.now();
  const walked = { each, browser: lab.name, pictures, trail: [], ok: false };
  let first;
  let last;
  try {
    first = last = await lab.open(at(from, { gen, lang, hash, ...switches }));
    const onReady = async (popup) =>
      pictures.push({ picture: await shoot(popup, "popup"), words: "The popup, ready to start" });
    await start(lab, first, flow, { reason: reasonOf(each), onReady });
    const onSight = async (entry, page) => {
      last = page;
      walked.trail.push(entry);
      await atRest(lab, page);
      const { page: id, state, text } = entry;
      pictures.push({ picture: await shoot(page, `${id}-${state}`), words: text, state });
    };
    await walk(lab, first, { answers, handlers, ends, onSight });
    walked.ok = true;
    if (!ends.includes("done")) await stop(lab, last);
  } catch (error) {
    walked.error = error.message;
    if (last)
      pictures.push({
        picture: await shoot(last, "stuck").catch(() => undefined),
        words: error.message,
        state: "stuck",
      });
  }
  walked.seconds = (performance.now() - began) / 1000;
  for (const page of new Set([first, last])) await page?.close().catch(() => {});
  return walked;
}

/** All walks of a browser, those in one language of the interface together. */
async function rehearseIn(name, walks, say) {
  const done = [];
  for (const lang of new Set(walks.map(({ lang = "en" }) => lang))) {
    const lab = await launch(name, {
      ...(await speaking(name, lang)),
      viewport: { width: 1280, height: 800 },
    });
    try {
      for (const each of walks.filter((one) => (one.lang ?? "en") === lang)) {
        const walked = await rehearse(lab, each);
        done.push(walked);
        say(walked);
      }
    } finally {
      await lab.close();
    }
  }
  return done;
}

function say({ each, browser, trail, seconds, ok, error }) {
  const line = [
    browser.padEnd(9),
    titleOf(each).padEnd(46),
    `${String(trail.length).padStart(2)} steps`,
    `${seconds.toFixed(1)} s`,
  ];
  console.log(`${ok ? "✔" : "✖"} ${line.join("  ")}`);
  if (error) console.log(error.replace(/^/gm, "    ").slice(0, 1200));
}

/** Flow × browser × generation: walks that reached their end, steps, seconds. */
function table(all) {
  const groups = Map.groupBy
    ? Map.groupBy(all, keyOf)
    : all.reduce((map, one) => map.set(keyOf(one), [...(map.get(keyOf(one)) ?? []), one]), new Map());
  return [...groups].map(([key, walked]) => {
    const [flow, browser, generation] = key.split(" ");
    const steps = walked.reduce((sum, { trail }) => sum + trail.length, 0);
    const seconds = walked.reduce((sum, one) => sum + one.seconds, 0);
    return {
      flow,
      browser,
      generation,
      "reached the end": `${walked.filter(({ ok }) => ok).length} of ${walked.length}`,
      "steps reached": steps,
      seconds: Number(seconds.toFixed(1)),
    };
  });
}
const keyOf = ({ each, browser }) => `${each.flow} ${browser} ${each.gen}`;

const { values } = parseArgs({
  options: { all: { type: "boolean" }, browser: { type: "string" }, only: { type: "string", default: "" } },
});
const walks = WALKS.filter((each) => (values.all || each.core) && titleOf(each).includes(values.only));
const browsers = values.browser ? [values.browser] : BROWSERS;
const titles = Object.fromEntries(browsers.map((name) => [name, browserTitle(name)]));

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
console.log(`The rehearsal, headless, in ${Object.values(titles).join(" and ")}`);
const all = (await Promise.all(browsers.map((name) => rehearseIn(name, walks, say)))).flat();
await writeFile(join(OUT, "index.html"), report(all, titles, table(all)));
console.table(table(all));
console.log(`Pictures of every step: ${join(OUT, "index.html")}`);
process.exitCode = all.every(({ ok }) => ok) ? 0 : 1;
