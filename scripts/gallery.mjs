// `npm run gallery`: one page of all screens × languages × themes, of the built extension in headless Chromium. It is for looking at:
// whether a text is cut or ugly. What a program can tell of it, tests/e2e/gallery.test.mjs tells in every `npm test`.
//   out/gallery/index.html   the page, its pictures beside it
//   --language de,ar         these languages only
//   --screen TEXT            only the screens whose name holds this text
//   --readme                 instead: docs/pictures/gallery.png, the popup in eight languages
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../tests/e2e/harness.mjs";
import { choose, openScene, POPUP, SCREENS } from "../tests/gallery/screens.mjs";
import { dataUrl, drawn } from "./lib/drawn.mjs";
import { galleryPage } from "./lib/gallery-page.mjs";
import { locales } from "./lib/locales.mjs";
import { at } from "./lib/places.mjs";
import { Fail, main, say } from "./lib/shell.mjs";

const OUT = at("out", "gallery");
const THEMES = ["light", "dark"];
/** In the README's picture: the longest, those from right to left, and other letters than ours. */
const SHOWN = ["en", "de", "fr", "ru", "ar", "ja", "th", "pt_BR"];
const ACROSS = 4;
/** Of each popup the upper part, at this share of its size. */
const CUT = { share: 0.64, height: 520 };

/** Works in a browser with the scene open. */
async function inScene(work) {
  const lab = await launch("chromium");
  try {
    return await work(await openScene(lab));
  } finally {
    await lab.close();
  }
}

async function pictureOf(scene, { open, close, viewport }, options) {
  const tab = await open(scene);
  // A whole page of ours is shown to its end; popup and callout have a size of their own.
  const tall = await tab.evaluate("document.documentElement.scrollHeight");
  const isWhole = tab.url().includes("popup.html") || tab === scene.guided;
  if (!isWhole) await tab.setViewport({ ...viewport, height: Math.max(viewport.height, tall) });
  const picture = await tab.screenshot(options);
  await close(tab);
  return picture;
}

/** The pictures of all screens in one language and theme. */
async function shoot(scene, screens, language, theme) {
  await choose(scene, { language, theme });
  const folder = join(OUT, `${language}-${theme}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, screen] of screens) {
    const webp = await pictureOf(scene, screen, { type: "webp", quality: 80 });
    writeFileSync(join(folder, `${slug(name)}.webp`), webp);
  }
}

const slug = (name) => name.replace(/\W+/g, "-");

async function gallery(languages, screens) {
  rmSync(OUT, { recursive: true, force: true });
  await inScene(async (scene) => {
    for (const language of languages) {
      for (const theme of THEMES) await shoot(scene, screens, language, theme);
      say(`  ${language}: ${screens.length * THEMES.length} pictures`);
    }
  });
  const shown = screens.map(([name, { viewport }]) => ({
    name,
    width: viewport.width,
    pictures: languages.flatMap((language) =>
      THEMES.map((theme) => ({ language, theme, path: `${language}-${theme}/${slug(name)}.webp` })),
    ),
  }));
  writeFileSync(join(OUT, "index.html"), galleryPage(shown, THEMES));
  say(`  ${join(OUT, "index.html")}`);
}

async function forReadme() {
  const width = Math.round(POPUP.width * CUT.share);
  const height = Math.round(CUT.height * CUT.share);
  const gap = 16;
  const rows = SHOWN.length / ACROSS;
  const size = { width: ACROSS * (width + gap) + gap, height: rows * (height + gap) + gap };
  const png = await inScene(async (scene) => {
    const pictures = [];
    for (const language of SHOWN) {
      await choose(scene, { language, theme: "light" });
      pictures.push(await pictureOf(scene, SCREENS["popup: the ways"], {}));
    }
    const images = pictures.map((one) => `<i style="background-image: url(${dataUrl(one)})"></i>`).join("");
    const style = `body { margin: 0; padding: ${gap}px; display: grid; gap: ${gap}px; background: #e4f2e9;
        grid-template-columns: repeat(${ACROSS}, ${width}px) }
      i { height: ${height}px; border-radius: 8px; background-size: ${width}px auto; box-shadow: 0 1px 6px #0003 }`;
    return drawn(scene.lab, `<style>${style}</style>${images}`, size);
  });
  writeFileSync(at("docs", "pictures", "gallery.png"), png);
  say("  docs/pictures/gallery.png");
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      language: { type: "string" },
      screen: { type: "string", default: "" },
      readme: { type: "boolean" },
    },
  });
  if (values.readme) return forReadme();
  const known = Object.keys(locales());
  const languages = values.language?.split(",") ?? known;
  const unknown = languages.find((one) => !known.includes(one));
  if (unknown) throw new Fail(`There are no words in "${unknown}".`, `one of ${known.join(", ")}`);
  await gallery(
    languages,
    Object.entries(SCREENS).filter(([name]) => name.includes(values.screen)),
  );
});
