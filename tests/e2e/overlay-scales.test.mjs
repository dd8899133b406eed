// The overlay in windows that are not as they seem: pinched larger, laid out for a desk on a phone, zoomed by the page, filled by
// one element of it; and where a page keeps the keyboard to itself.

import assert from "node:assert/strict";
import test from "node:test";
import { calloutThat, eachBrowser, overlay, until } from "./harness.mjs";
import { CONTROL, FORM, follow, guidedOn, inRoot, page, pages, profile } from "./harness/hostile.mjs";

const TALL = `<div style="height:1500px"></div>`;
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };
const LEAST_TEXT = 14;
const CHROMIUM = ["chromium"];

/** How far the callout reaches over the part of the window that is seen, and its smallest words in px of the screen. */
const onScreen = (lab, tab, scale) =>
  inRoot(
    lab,
    tab,
    (root, perPixel) => {
      const callout = root.querySelector("[part=callout]");
      const { left, top, right, bottom } = callout.getBoundingClientRect();
      const { offsetLeft, offsetTop, width, height } = visualViewport;
      const drawn = new DOMMatrixReadOnly(getComputedStyle(callout).transform).a;
      const said = [...callout.querySelectorAll("*")].filter(
        (one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3),
      );
      return {
        over: Math.max(
          offsetLeft - left,
          offsetTop - top,
          right - offsetLeft - width,
          bottom - offsetTop - height,
        ),
        text: Math.min(...said.map((one) => parseFloat(getComputedStyle(one).fontSize))) * drawn * perPixel,
      };
    },
    scale,
  );

const ringIsRight = async (lab, tab, selector = "#deact") => {
  const seen = await follow(lab, tab, () => {}, { selector, frames: 5 });
  assert.ok(seen.shown && seen.off <= 1, `off by ${seen.off}`);
};

/** The callout leaves the control free, wherever that is. */
async function leavesFree(lab, tab, selector) {
  const rows = await lab.look(
    tab,
    (one) => {
      const { left, top, right, bottom } = document.querySelector(one).getBoundingClientRect();
      return [left, top, right, bottom];
    },
    selector,
  );
  const [x, y, width, height] = (await overlay(lab, tab)).callout.box;
  const [left, top, right, bottom] = rows;
  assert.ok(x >= right || y >= bottom || x + width <= left || y + height <= top, "the control is free");
}

eachBrowser(
  "the overlay on a screen of another scale",
  (lab) => {
    test("pinched larger, the callout lies in what is seen of the window, as large on the screen as before", async () => {
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${TALL}`), { control: "deactivate" });
      const cdp = await lab().session(tab);
      for (const pageScaleFactor of [1.5, 2, 3]) {
        await cdp.send("Emulation.setPageScaleFactor", { pageScaleFactor });
        await until(
          async () => {
            const { over, text } = await onScreen(lab(), tab, pageScaleFactor);
            return over <= 1 && text >= LEAST_TEXT - 0.01;
          },
          {
            what: `the callout is in sight, pinched by ${pageScaleFactor}`,
            seen: () => onScreen(lab(), tab, pageScaleFactor),
          },
        );
        await ringIsRight(lab(), tab);
        await leavesFree(lab(), tab, "#deact");
      }
    });

    test("a page that is laid out for a desk on a phone: the callout is as large as on any other there", async () => {
      const html = profile(`<p>${CONTROL}</p>${TALL}`).replace(/<meta name="viewport"[^>]*>/, "");
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      await tab.setViewport(PHONE);
      await tab.reload({ waitUntil: "domcontentloaded" });
      await calloutThat(lab(), tab, { control: "deactivate" });
      const scale = await lab().look(tab, () => visualViewport.scale);
      assert.ok(scale < 0.5, `the page is laid out for a desk: ${scale}`);
      const { over, text } = await onScreen(lab(), tab, scale);
      assert.ok(over <= 1, `in sight but for ${over} px`);
      assert.ok(text >= LEAST_TEXT - 0.01, `${text} px on the screen`);
      await ringIsRight(lab(), tab);
      await leavesFree(lab(), tab, "#deact");
    });

    test("while an element of the page fills the screen, the callout is shown above it, and after it all is as before", async () => {
      const html = profile(`<div id="show">A film</div><p>${CONTROL}</p>`);
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      await tab.bringToFront();
      const cdp = await lab().session(tab);
      const expression = `document.querySelector("#show").requestFullscreen()`;
      await cdp.send("Runtime.evaluate", { expression, userGesture: true, awaitPromise: true });
      await until(async () => (await overlay(lab(), tab))?.spotlights.length === 0, {
        what: "no ring on what is behind the film",
        seen: () => overlay(lab(), tab),
      });
      assert.ok((await overlay(lab(), tab)).callout.shown);
      await tab.evaluate(() => document.exitFullscreen());
      await calloutThat(lab(), tab, { state: "act", control: "deactivate" });
    });
  },
  { pages, browsers: CHROMIUM },
);

const DONE = `<form method="post" action="?"><p><label for="mail">Email address</label><br><input type="email" id="mail" name="email" value="ada@example.org"></p>
  <p>Please type "<b>Deactivate my account</b>" below<br><input type="text" name="confirm"></p>
  <p><label for="why">Reason</label><br><select id="why" name="reason"><option value="">Please select</option><option value="2">I am worried about my privacy</option></select></p>
  <p><button id="last" type="submit" class="btn">Deactivate My Account</button></p></form>`;

eachBrowser(
  "the callout of the last press, in a language of long words",
  (lab) => {
    test("on a phone its first line and what ends the guide are in sight", async () => {
      const html = page(DONE, { title: "Deactivate Account" });
      const tab = await guidedOn(lab(), html, { address: FORM, control: "submit" });
      await tab.setViewport(PHONE);
      await until(
        () =>
          inRoot(lab(), tab, (root) => {
            const callout = root.querySelector("[part=callout]").getBoundingClientRect();
            const [line, stop] = ["#lines > *", "[data-action=stop]"].map((one) =>
              root.querySelector(one).getBoundingClientRect(),
            );
            return (
              stop.bottom <= callout.bottom &&
              callout.bottom <= innerHeight + 1 &&
              line.top + 18 <= stop.top &&
              callout.top >= 0
            );
          }),
        { what: "both are in sight", seen: () => overlay(lab(), tab) },
      );
    });
  },
  { pages, lang: "de", browsers: CHROMIUM },
);

eachBrowser(
  "the overlay on a page of its own mind",
  (lab) => {
    test("a page that zooms its root and is written from right to left: the ring is on its control, scrolled sideways too", async () => {
      const html = profile(
        `<p>${CONTROL}</p><div style="width:2600px;height:1500px;background:#eee">Wide</div>`,
        {
          style: "html{zoom:1.25;direction:rtl} main{max-width:none}",
        },
      );
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      await ringIsRight(lab(), tab);
      const seen = await follow(lab(), tab, () => scrollTo(-120, 40));
      assert.ok(
        seen.moved > 5 && seen.shown && seen.off <= 1 && seen.late <= 1,
        JSON.stringify(seen.rows.at(-1)),
      );
    });

    test("a page that takes the focus back from the callout: the shortcuts go on to the control, and end the guide", async () => {
      const script = `const keep = ({ target }) => document.querySelector("main").contains(target) || document.querySelector("#after").focus();
        document.addEventListener("focus", keep, true);`;
      const html = profile(`<p>${CONTROL} <button id="after">After it</button></p>`, { script });
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      const id = await lab().tabIdOf(tab);
      await tab.bringToFront();
      const command = (name) =>
        lab().inExtension(
          (api, to, one) => void api.tabs.sendMessage(to, { type: "command", command: one }),
          id,
          name,
        );
      const isAt = (wanted) =>
        until(() => lab().look(tab, (one) => document.activeElement?.id === one, wanted), {
          what: `the focus is at ${wanted}`,
        });
      await lab().look(tab, () => document.querySelector("#deact").focus());
      await command("next");
      await isAt("after");
      await command("next");
      await isAt("deact");
      await command("stop");
      await until(async () => !(await overlay(lab(), tab)), { what: "the guide is ended" });
    });
  },
  { pages },
);
