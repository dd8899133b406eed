// The callout is never over what one must read, and is there for every hand, eye and ear: on a desk, a phone, with the
// keyboard open, at 200 % and 400 %.

import assert from "node:assert/strict";
import test from "node:test";
import { calloutThat, eachBrowser, overlay, until } from "./harness.mjs";
import { CONTROL, FORM, guidedOn, inRoot, page, pages, profile } from "./harness/hostile.mjs";

const FIELDS = `<form method="post" action="?"><p><label for="mail">Email address</label><br><input type="email" id="mail" name="email"></p>
  <p><span id="ask">Please type "<b>Deactivate my account</b>" in the box below</span><br><input type="text" id="phrase" name="confirm"></p>
  <p><label for="why">Reason</label><br><select id="why" name="reason"><option value="">Please select</option><option value="1">Too many emails</option></select></p>
  <p><label id="words"><input type="checkbox" id="box" style="width:auto;height:auto"> I have read the notice</label></p>
  <p><button id="last" type="submit" class="btn">Deactivate My Account</button></p></form>`;
const WINDOWS = [
  ["on a desk", 1280, 800],
  ["on a phone", 390, 844],
  ["on a phone with the keyboard open", 390, 430],
  ["at 200 %", 640, 400],
  ["at 400 %", 320, 256],
];

const overlap = ([x, y, w, h], [left, top, width, height]) =>
  Math.max(0, Math.min(x + w, left + width) - Math.max(x, left)) *
  Math.max(0, Math.min(y + h, top + height) - Math.max(y, top));

const boxOf = (lab, tab, id) =>
  lab.look(
    tab,
    (one) => {
      const { x, y, width, height } = document.getElementById(one).getBoundingClientRect();
      return [x, y, width, height];
    },
    id,
  );

/** What the callout says while it is folded or not, and whether that is in the window. */
const firstLine = (lab, tab) =>
  inRoot(lab, tab, (root) => {
    const title = root.querySelector("#title").getBoundingClientRect();
    const { top, bottom } = root.querySelector("[part=callout]").getBoundingClientRect();
    return (
      title.height > 10 &&
      title.top >= top &&
      title.top + 18 <= bottom &&
      top >= 0 &&
      bottom <= innerHeight + 1
    );
  });

eachBrowser(
  "the callout",
  (lab) => {
    for (const [where, width, height] of WINDOWS) {
      test(`${where} it covers no focused field, nor the phrase to type, nor the words of a box`, async () => {
        const tab = await guidedOn(lab(), page(FIELDS, { title: "Deactivate Account" }), { address: FORM });
        await tab.setViewport({ width, height });
        for (const focus of ["mail", "phrase", "why", "box", "last"]) {
          await lab().look(
            tab,
            (id) => {
              const element = document.getElementById(id);
              element.scrollIntoView({ block: "center" });
              element.focus({ preventScroll: true });
            },
            focus,
          );
          const also = [...(focus === "phrase" ? ["ask"] : []), ...(focus === "box" ? ["words"] : [])];
          if (width >= 600 && height >= 600) also.push("last");
          for (const id of [focus, ...also]) {
            await until(
              async () => {
                const callout = (await overlay(lab(), tab)).callout.box;
                return overlap(callout, await boxOf(lab(), tab, id)) < 1;
              },
              { what: `#${id} is free while #${focus} has the focus`, seen: () => overlay(lab(), tab) },
            );
          }
          assert.equal(await firstLine(lab(), tab), true, `its first line is in sight with #${focus}`);
        }
      });
    }

    test("by keyboard: from the control into the callout, from there to the next control; focus never falls to the body", async () => {
      const html = profile(`<p>${CONTROL} <button id="after">After it</button></p>`);
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      await tab.bringToFront();
      await lab().look(tab, () => document.querySelector("#deact").focus());
      const order = [];
      for (let n = 0; n < 4; n++) {
        await tab.keyboard.press("Tab");
        const inside = await inRoot(lab(), tab, (root) => root.activeElement?.dataset.action ?? null);
        order.push(
          inside ??
            (await lab().look(tab, () => document.activeElement.id || document.activeElement.localName)),
        );
      }
      assert.deepEqual(order.slice(0, 3), ["fold", "stop", "after"]);
    });

    test("each button is 44 px high, has a name, and no two of different effect have the same", async () => {
      const tab = await guidedOn(lab(), page(FIELDS, { title: "Deactivate Account" }), { address: FORM });
      await calloutThat(lab(), tab, { text: /phrase/ });
      const { buttons } = (await overlay(lab(), tab)).callout;
      const names = buttons.map(({ label, text }) => label ?? text);
      assert.equal(new Set(names).size, names.length, names.join());
      assert.ok(names.every(Boolean));
      assert.ok(
        buttons.every(({ box }) => box[3] >= 44),
        JSON.stringify(buttons.map(({ box }) => box[3])),
      );
    });

    test("what was filled is one line, with one Undo for each; after it the focus goes on in the callout", async () => {
      const tab = await guidedOn(lab(), page(FIELDS, { title: "Deactivate Account" }), { address: FORM });
      await calloutThat(lab(), tab, { text: /Filled in: .*phrase/ });
      await tab.bringToFront();
      await inRoot(lab(), tab, (root) => root.querySelector("[data-undo=phrase]").focus());
      await tab.keyboard.press("Enter");
      await until(() => lab().look(tab, () => document.querySelector("#phrase").value === ""), {
        what: "the phrase is taken back",
      });
      assert.equal(await inRoot(lab(), tab, (root) => root.activeElement !== null), true);
    });

    test("a screen reader hears the step, once, from a region that stood empty", async () => {
      const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
      const said = await until(
        () => inRoot(lab(), tab, (root) => root.querySelector("[role=status]").textContent),
        { what: "the region speaks" },
      );
      assert.match(said, /^Step \d of \d\. Press Deactivate Account\./);
    });
  },
  { pages },
);
