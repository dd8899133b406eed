// `npm run pictures`: the pictures for the stores and the README, taken of the built extension on the practice site in Chromium, so
// that they show what is really there.
//   out/store/LANGUAGE/   for each language of store/: the screenshots (1280 × 800) and the small tile (440 × 280)
//   docs/pictures/        with --readme: the last step, and the walk as an animation
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { calloutThat, clickControl, launch, spotlightOn, start, stop } from "../tests/e2e/harness.mjs";
import { OWNER } from "../tests/e2e/harness/person.mjs";
import { at as practice } from "../tests/e2e/harness/practice.mjs";
import { speaking } from "../tests/e2e/harness/speaking.mjs";
import { animate } from "./lib/apng.mjs";
import { dataUrl, drawn } from "./lib/drawn.mjs";
import { at, read } from "./lib/places.mjs";
import { main, say } from "./lib/shell.mjs";

const SCREEN = { width: 1280, height: 800 };
const README = { width: 960, height: 600 };
const TILE = { width: 440, height: 280 };
const POPUP = { width: 440, height: 720 };

/** The pages of the account, and the control that is marked on each; the practice site speaks few languages. */
const WAY = [
  ["my-aliexpress", "account-settings"],
  ["account-settings", "edit-profile"],
  ["edit-profile", "deactivate"],
  ["deactivate-form", "submit"],
];
const PRACTICE_LANGUAGES = ["en", "ar", "ru", "es", "ja"];

/** The popup over the page that it was opened on, as the toolbar shows it. */
async function popupOver(lab, page, size) {
  // A tab behind another one draws no frames, and so would never be asked.
  await page.bringToFront();
  await page.waitForFunction("document.body.innerText.trim().length > 200");
  const behind = await page.screenshot();
  const tab = await lab.tabIdOf(page);
  const popup = await lab.newPage();
  await popup.setViewport({ ...POPUP, height: Math.min(POPUP.height, size.height - 40) });
  await popup.goto(lab.extensionUrl(`popup.html?tab=${tab}`));
  await popup.waitForSelector("[data-choose]");
  const shown = await popup.screenshot();
  await popup.close();
  await page.bringToFront();
  return drawn(
    lab,
    `<style>body { margin: 0; background: url(${dataUrl(behind)}) }
     img { position: absolute; top: 12px; right: 24px; border-radius: 8px; box-shadow: 0 6px 40px #0007 }</style>
     <img src="${dataUrl(shown)}">`,
    size,
  );
}

/** A page of the extension about the tab of `page`. */
async function ownPage(lab, page, path) {
  const tab = await lab.tabIdOf(page);
  const own = await lab.newPage();
  await own.setViewport(SCREEN);
  await own.goto(lab.extensionUrl(`${path}?tab=${tab}`));
  await own.waitForFunction("document.body.innerText.trim().length > 200");
  const png = await own.screenshot();
  await own.close();
  await page.bringToFront();
  return png;
}

/** Walks to the last press and takes a picture of each page. Gives them in order; the last press is left to nobody. */
async function walkTo(lab, page) {
  await start(lab, page, "deactivate", { reason: "privacy", email: OWNER.email });
  const pictures = [];
  for (const [id, control] of WAY) {
    await calloutThat(lab, page, { page: id, control });
    await spotlightOn(lab, page, control);
    pictures.push(await page.screenshot());
    if (control !== "submit") await clickControl(lab, page, control);
  }
  return pictures;
}

async function inBrowser(lang, viewport, work) {
  const lab = await launch("chromium", { ...(await speaking("chromium", lang)), lang, viewport });
  try {
    const page = await lab.open(
      practice("account", {
        gen: "2024",
        lang: PRACTICE_LANGUAGES.includes(lang) ? lang : "en",
        reason: "select",
      }),
    );
    await work(lab, page);
  } finally {
    await lab.close();
  }
}

async function tile(lab, lang) {
  const { message } = JSON.parse(read("extension", "_locales", lang, "manifest.json")).action_title;
  const icon = dataUrl(readFileSync(at("extension", "icons", "128.png")));
  return drawn(
    lab,
    `<body dir="auto" style="margin: 0; height: 280px; display: grid; place-content: center; justify-items: center; gap: 20px;
       background: #e4f2e9; color: #14633a; font: 600 26px system-ui, sans-serif; text-align: center">
     <img src="${icon}" width="128" height="128">${message}`,
    TILE,
  );
}

async function forStore(lang) {
  const folder = at("out", "store", lang);
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(JSON.parse(read("store", "en.json")).screenshots);
  const put = (name, png) => writeFileSync(join(folder, `${name}.png`), png);
  await inBrowser(lang, SCREEN, async (lab, page) => {
    const taken = { start: await popupOver(lab, page, SCREEN) };
    const way = await walkTo(lab, page);
    taken.mark = way[1];
    taken.form = way.at(-1);
    await stop(lab, page);
    taken.before = await ownPage(lab, page, "before.html");
    taken.letter = await ownPage(lab, page, "letter.html");
    names.forEach((name, n) => put(`${n + 1}-${name}`, taken[name]));
    put("tile", await tile(lab, lang));
  });
  say(`  out/store/${lang}: ${names.length} screenshots and the tile`);
}

async function forReadme() {
  await inBrowser("en", README, async (lab, page) => {
    const popup = await popupOver(lab, page, README);
    const way = await walkTo(lab, page);
    const frames = [popup, ...way].map((png, n) => ({ png, seconds: n === way.length ? 4 : 2 }));
    writeFileSync(at("docs", "pictures", "walk.png"), animate(frames));
    writeFileSync(at("docs", "pictures", "last-step.png"), way.at(-1));
  });
  say("  docs/pictures: walk.png, last-step.png");
}

await main(async () => {
  const { values } = parseArgs({ options: { readme: { type: "boolean" } } });
  if (values.readme) return forReadme();
  const languages = readdirSync(at("store"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
  for (const language of languages) await forStore(language);
});
