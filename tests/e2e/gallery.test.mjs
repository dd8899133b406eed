// A short form of the gallery: in every language the screens with the most words, as wide as the popup and as a phone. Nothing
// runs over the side, no text is empty or cut. `npm run gallery` takes pictures of all of them.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { locales } from "../../scripts/lib/locales.mjs";
import { overflow } from "../a11y/own.mjs";
import { wrongCallout, wrongWords } from "../gallery/cut.mjs";
import { choose, openScene, SCREENS } from "../gallery/screens.mjs";
import { eachBrowser } from "./harness.mjs";

const LOOKED_AT = [
  "popup: the ways",
  "popup: what to know",
  "popup: the guide runs",
  "callout: the last press",
  "options",
];
/** The narrowest phone that is still sold. */
const NARROW = 320;

eachBrowser(
  "gallery",
  (lab) => {
    let scene;
    before(async () => (scene = await openScene(lab())));
    for (const [language, messages] of Object.entries(locales()))
      test(`${language}: every word can be read`, async () => {
        await choose(scene, { language });
        for (const name of LOOKED_AT) {
          const { open, close, inPage, viewport } = SCREENS[name];
          const tab = await open(scene);
          if (inPage) {
            assert.deepEqual(await wrongCallout(lab(), tab), [], name);
            continue;
          }
          assert.equal(
            await tab.evaluate(() => document.documentElement.dir),
            messages.popup_direction.message,
          );
          for (const width of [viewport.width, NARROW]) {
            await tab.setViewport({ ...viewport, width });
            assert.ok((await overflow(tab)) <= 0, `${name}: nothing runs over the side at ${width} px`);
            assert.deepEqual(await wrongWords(tab), [], `${name}, ${width} px wide`);
          }
          await close(tab);
        }
      });
  },
  { browsers: ["chromium"], keep: true },
);
