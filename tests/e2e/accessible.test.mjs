// Our own pages for everyone: what axe-core can tell of WCAG 2.2 AA, in light and dark, in both directions of writing, and
// as narrow as a phone or a page zoomed to 400 %.

import assert from "node:assert/strict";
import test from "node:test";
import { eachBrowser } from "./harness.mjs";
import { enter, faults, openOwn, overflow } from "./harness/pages.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** Pages in the states that show the most. */
const PAGES = [
  ["letter", { letter: "reminder" }, { first: "2100-01-01" }],
  ["letter", { region: "us" }, {}],
  ["after", {}, { way: "delete" }],
  ["after", {}, { way: "deactivate" }],
];

/** A scheme of colours, at once: a button that is half-way from one to the other has neither's contrast. */
const looks = (scheme) => [
  { name: "prefers-color-scheme", value: scheme },
  { name: "prefers-reduced-motion", value: "reduce" },
];

/** Firefox speaks Arabic only with a pack of words that is not here. */
const GROUPS = [
  { lang: "en-US", direction: "ltr" },
  { lang: "ar", direction: "rtl", browsers: ["chromium"] },
];

for (const { direction, ...options } of GROUPS) {
  eachBrowser(
    `accessible, ${options.lang}`,
    (lab, browser) => {
      // Over WebDriver BiDi a scheme of colours can't be asked for.
      const schemes = browser === "chromium" ? ["light", "dark"] : [undefined];
      for (const [name, parameters, fields] of PAGES) {
        for (const scheme of schemes) {
          const shown = { ...parameters, ...fields };
          test(`${name} ${JSON.stringify(shown)} ${scheme ?? ""}: no fault, wide or narrow`, async () => {
            const page = await openOwn(lab(), name, parameters);
            if (scheme) await page.emulateMediaFeatures(looks(scheme));
            for (const [field, value] of Object.entries(fields)) await enter(page, field, value);
            assert.equal(await page.evaluate(() => document.documentElement.dir), direction);
            for (const viewport of [WIDE, NARROW]) {
              await page.setViewport(viewport);
              assert.deepEqual(await faults(page), [], `${viewport.width} px wide`);
              assert.ok(
                (await overflow(page)) <= 0,
                `at ${viewport.width} px nothing is cut off at the side`,
              );
            }
          });
        }
      }
    },
    options,
  );
}
