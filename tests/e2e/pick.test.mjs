// "Which one is it?": a control that only the person can tell. They point at it, by mouse or by keyboard; the page is not
// pressed by that; the next visit knows it; the options show it and delete it.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertUntouched,
  calloutThat,
  clickControl,
  eachBrowser,
  pressInOverlay,
  start,
  until,
} from "./harness.mjs";
import { at } from "./harness/practice.mjs";

// The callout asks only after the page had its time to show the control.
const AFTER_PATIENCE = { within: 25_000 };

const ICON = "main button:has(svg)";
const HOST = ":root > :not(head, body)";

/** Keeps, in the page's own world, what reaches the page's content: a press of ours on our own element does not. */
const listenForPresses = (page) =>
  page.evaluate(() => {
    window.heard = [];
    for (const type of ["pointerdown", "mousedown", "click", "keydown", "submit"])
      document.body.addEventListener(type, ({ target }) => window.heard.push([type, target.localName]), true);
  });
const presses = (page) => page.evaluate(() => window.heard);

const middleOf = (lab, page, selector) =>
  lab.look(
    page,
    (wanted) => {
      const { x, y, width, height } = document.querySelector(wanted).getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
    selector,
  );

/** Whether the focus in our own root lies on the page's control. */
async function isFocusOn(lab, page, selector) {
  const [x, y] = await middleOf(lab, page, selector);
  const [root] = await lab.roots(page, HOST);
  const box = await root.call(({ activeElement: one }) => {
    const { left, top, right, bottom } = one?.getBoundingClientRect() ?? {};
    return one?.matches(".offer") ? [left, top, right, bottom] : null;
  });
  return Boolean(box) && x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

eachBrowser("a control that only the person can tell", (lab) => {
  /** A page with an icon for its control, guided, in picking mode. */
  async function picking(view, switches) {
    const page = await lab().open(at(view, { icon: "1", ...switches }));
    await listenForPresses(page);
    await start(lab(), page, "deactivate");
    const asked = await calloutThat(lab(), page, { state: "lost", text: /Which one is it/ }, AFTER_PATIENCE);
    assert.deepEqual(asked.spotlights, [], "nothing is pointed at on a guess");
    await pressInOverlay(lab(), page, "pick");
    await calloutThat(lab(), page, { text: /Point at the control/ });
    return page;
  }

  const picks = () => lab().inExtension(async (api) => (await api.storage.local.get("picks")).picks ?? {});
  const forget = () => lab().inExtension((api) => api.storage.local.clear());

  test("picked by mouse: the page hears no press on its control, and the guide goes on from there", async () => {
    const page = await picking("profile");
    const [x, y] = await middleOf(lab(), page, ICON);
    const address = await lab().urlOf(page);
    await page.mouse.click(x, y);
    const found = await calloutThat(lab(), page, { state: "act", step: "deactivate", control: "deactivate" });
    assert.match(found.callout.text, /you picked it yourself/);
    assert.deepEqual(await presses(page), [], "the pick pressed something of the page");
    assert.equal(await lab().urlOf(page), address);
    await until(async () => Object.keys(await picks()).length === 1, { what: "the pick is kept" });
    assert.deepEqual(Object.keys(await picks()), ["edit-profile deactivate"]);
    await clickControl(lab(), page, "deactivate");
    await calloutThat(lab(), page, { page: "deactivate-form" });
    await assertUntouched(page);
  });

  test("the next visit knows it, in another language too", async () => {
    const page = await lab().open(at("profile", { icon: "1", lang: "ru" }));
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { state: "act", step: "deactivate", control: "deactivate" });
    await forget();
  });

  test("picked by keyboard: the arrow keys move, Escape leaves, Enter picks", async () => {
    const page = await picking("settings");
    await page.keyboard.press("Escape");
    await calloutThat(lab(), page, { state: "lost", text: /Pick it on the page/ });
    await pressInOverlay(lab(), page, "pick");
    await calloutThat(lab(), page, { text: /Point at the control/ });
    await until(
      async () => {
        if (await isFocusOn(lab(), page, ICON)) return true;
        await page.keyboard.press("ArrowDown");
        return false;
      },
      { what: "the keyboard is on the icon" },
    );
    await page.keyboard.press("Enter");
    await calloutThat(lab(), page, { state: "act", step: "edit-profile", control: "edit-profile" });
    assert.deepEqual(await presses(page), [], "the pick pressed something of the page");
    await assertUntouched(page);
  });

  test("what says something else is refused, with the reason", async () => {
    await forget();
    const page = await picking("profile");
    const [x, y] = await middleOf(lab(), page, "header a[aria-haspopup]");
    await page.mouse.click(x, y);
    await calloutThat(lab(), page, { state: "lost", text: /That can’t be it/ });
    assert.deepEqual(await picks(), {});
  });

  test("the options show a pick and the counts, and delete them", async () => {
    await lab().inExtension((api) =>
      api.storage.local.set({
        picks: { "edit-profile deactivate": { locator: "a16 s0 n1 o1", on: "2026-11-23" } },
        found: { deactivate: { label: 3, pick: 1 } },
      }),
    );
    const options = await lab().open();
    await lab().visit(options, lab().extensionUrl("options.html"));
    const shown = () => options.evaluate(() => document.body.innerText);
    await until(async () => /Deactivate Account/.test(await shown()), { what: "the pick is listed" });
    assert.match(await shown(), /Edit Profile · .*2026/);
    assert.match(await shown(), /By your pick\s+1/);
    await options.click("[data-action=delete]");
    await until(async () => /You have not picked any control/.test(await shown()), {
      what: "the pick is gone",
    });
    assert.deepEqual(await picks(), {});
    await options.click("[data-action=clear]");
    await until(async () => /Nothing counted yet/.test(await shown()), { what: "the counts are gone" });
    assert.deepEqual(await lab().inExtension((api) => api.storage.local.get(["picks", "found"])), {});
  });

  test("the diagnostic report says by what controls were found, and that the pages have changed", async () => {
    await lab().inExtension((api) => api.storage.local.set({ found: { deactivate: { label: 2, pick: 4 } } }));
    const page = await lab().open(at("settings"));
    await start(lab(), page, "deactivate");
    await calloutThat(lab(), page, { control: "edit-profile" });
    const popup = await lab().openPopup(page, await lab().tabIdOf(page));
    const report = await until(
      async () => {
        const text = await popup.$eval("#report", (one) => one.textContent).catch(() => "");
        return text.includes('"drift"') && JSON.parse(text);
      },
      { what: "the report" },
    );
    assert.deepEqual(report.drift.found.deactivate, { label: 2, pick: 4 });
    assert.match(report.drift.says, /has probably changed its pages/);
    await forget();
  });
});
