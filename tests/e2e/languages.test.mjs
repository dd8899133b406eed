// In the person's own language, from the popup to the end of a way: a browser of that language where there is one, else the language
// that they chose on the options page. What is said is what stands in `_locales`, in the direction in which it is read.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  calloutThat,
  clickControl,
  eachBrowser,
  leavePopup,
  messageIn,
  openPopup,
  pressInOverlay,
  readPopup,
  saying,
  start,
} from "./harness.mjs";
import { OWNER } from "./harness/person.mjs";
import { openOwn } from "./harness/pages.mjs";
import { at } from "./harness/practice.mjs";

/** The interface's language, and that of the practice site, which speaks few. */
const LANGUAGES = [
  { language: "de", direction: "ltr", site: "en" },
  { language: "ar", direction: "rtl", site: "ar" },
  { language: "ja", direction: "ltr", site: "ja" },
];
const WAY = ["my-aliexpress", "account-settings", "edit-profile", "deactivate", "submit"];

/** Chooses the language on the options page, and waits until the page speaks it. */
async function chooseLanguage(lab, language) {
  const page = await openOwn(lab, "options");
  await page.select("#language", language);
  await page.waitForFunction(
    (title) => document.querySelector("h1").textContent === title,
    {},
    messageIn(language, "options_title"),
  );
  await page.close();
}

for (const { language, direction, site } of LANGUAGES) {
  eachBrowser(
    `languages, ${language}`,
    (lab, browser) => {
      // Debian's Firefox speaks English alone, so its extensions do.
      before(async () => browser === "firefox" && (await chooseLanguage(lab(), language)));

      test("the popup speaks it, and the guide to its end", async () => {
        const page = await lab().open(at("home", { lang: site, reason: "select" }));
        const popup = await openPopup(lab(), page);
        const { text, dir } = await readPopup(popup);
        assert.equal(dir, direction);
        assert.match(text, saying("popup_ways_legend", language));
        assert.match(text, saying("popup_way_deactivate", language));
        await leavePopup(popup);

        await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
        for (const step of WAY) {
          const seen = await calloutThat(lab(), page, {
            step,
            state: "act",
            control: step,
            text: saying(`guide_deactivate_${step}`, language),
          });
          assert.match(seen.callout.text, saying(`guide_deactivate_${step}_body`, language));
          assert.equal(seen.dir, direction);
          await clickControl(lab(), page, step);
        }
        await calloutThat(lab(), page, { state: "done", text: saying("guide_goodbye", language) });
        await pressInOverlay(lab(), page, "stop");
        await page.close();
      });
    },
    { lang: language },
  );
}
