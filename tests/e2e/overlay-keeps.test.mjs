// The overlay keeps to itself and stays on top: what is pressed in it stays in it, no style of the page reaches it, no node
// of the page is touched for it, and a page that fights it is given up on in words.

import assert from "node:assert/strict";
import test from "node:test";
import { calloutThat, eachBrowser, leavePopup, openPopup, overlay, readPopup, until } from "./harness.mjs";
import { CONTROL, guidedOn, inRoot, pages, PRIVACY, page, profile } from "./harness/hostile.mjs";

const HEARS = `window.heard = [];
  for (const name of ["keydown","keyup","keypress","pointerdown","pointerup","mousedown","mouseup","click","focusin","focusout","input","wheel","touchstart"])
    for (const target of [window, document, document.documentElement, document.body])
      target.addEventListener(name, (event) => heard.push(name + " " + event.target.localName));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter") document.querySelector("#sent").textContent = "sent";
    if (event.key === "Escape") document.querySelector("#menu")?.remove();
  });
  document.addEventListener("click", () => document.querySelector("#menu")?.remove());`;
const MENU = `<p>${CONTROL}</p><p id="sent"></p><div id="menu">A menu of the page's</div>`;

const focusFold = (lab, tab) => inRoot(lab, tab, (root) => root.querySelector("[data-action=fold]").focus());
const isFolded = (lab, tab) =>
  inRoot(lab, tab, (root) => root.querySelector("[part=callout]").hasAttribute("data-folded"));

const FIGHTS = {
  "takes the host away": () => {
    const fight = () => document.querySelectorAll(":root > :not(head, body)").forEach((one) => one.remove());
    new MutationObserver(fight).observe(document.documentElement, { childList: true });
    fight();
  },
  "closes the popover": () => {
    const find = () => document.querySelector(":root > :not(head, body)");
    setInterval(() => find()?.matches(":popover-open") && find().hidePopover(), 60);
  },
  "writes on the host": () => {
    setInterval(() => document.querySelector(":root > :not(head, body)")?.setAttribute("hidden", ""), 60);
  },
  "covers it": () => {
    const cover = document.body.appendChild(document.createElement("div"));
    cover.popover = "manual";
    cover.style.cssText = "inset:0;margin:0;width:100vw;height:100vh";
    setInterval(() => {
      if (cover.matches(":popover-open")) cover.hidePopover();
      cover.showPopover();
    }, 90);
  },
};

eachBrowser(
  "the overlay keeps to itself",
  (lab) => {
    test("no key, press or focus in the callout reaches a bubbling listener of the page, and its buttons work", async () => {
      const tab = await guidedOn(lab(), profile(MENU, { script: HEARS }), { control: "deactivate" });
      await tab.bringToFront();
      await focusFold(lab(), tab);
      await tab.evaluate(() => (window.heard.length = 0));
      await tab.keyboard.press("Enter");
      await until(() => isFolded(lab(), tab), { what: "the callout is folded" });
      await tab.keyboard.press("Enter");
      await until(async () => !(await isFolded(lab(), tab)), { what: "the callout is open" });
      await tab.keyboard.press("Escape");
      await until(() => isFolded(lab(), tab), { what: "Escape tucks it away" });
      const [x, y] = (await overlay(lab(), tab)).callout.box;
      await tab.mouse.click(x + 12, y + 12);
      assert.deepEqual(await tab.evaluate(() => window.heard), []);
      assert.equal(await tab.evaluate(() => document.querySelector("#sent").textContent), "");
      assert.equal(await tab.evaluate(() => Boolean(document.querySelector("#menu"))), true);
    });

    test("no style rule of the page reaches it, and its backdrop darkens nothing", async () => {
      const style = `*,::backdrop{transition:all 3s!important} ::backdrop{background:rgb(0 0 0/.6)!important;display:block!important}
        [popover]{inset:auto!important;width:9px!important;opacity:.1!important;transform:scale(.2)!important}
        html>div{display:none!important;filter:invert(1)!important;pointer-events:auto!important}`;
      const tab = await guidedOn(lab(), profile(undefined, { style }), { control: "deactivate" });
      const looks = await inRoot(lab(), tab, (root) => {
        const own = getComputedStyle(root.host);
        return {
          as: [
            own.display,
            own.opacity,
            own.transform,
            own.filter,
            own.pointerEvents,
            own.transitionDuration,
          ],
          wide: root.host.clientWidth === document.documentElement.clientWidth,
          backdrop: getComputedStyle(root.host, "::backdrop").display,
        };
      });
      assert.deepEqual(looks, {
        as: ["block", "1", "none", "none", "none", "0s"],
        wide: true,
        backdrop: "none",
      });
    });

    test("it is not printed", async () => {
      const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
      const rules = await inRoot(lab(), tab, (root) =>
        root.adoptedStyleSheets
          .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
          .join("\n"),
      );
      assert.match(rules, /@media print\s*{\s*:host\s*{\s*display: none !important/);
    });

    test("no node of the page is written to", async () => {
      const record = `window.written = []; new MutationObserver((all) => {
        for (const { type, target, attributeName } of all)
          if (type === "attributes" || target !== document.documentElement) written.push(type + " " + target.nodeName + " " + attributeName);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`;
      const tab = await guidedOn(lab(), profile(undefined, { script: record }), { control: "deactivate" });
      await until(async () => (await overlay(lab(), tab)).spotlights.length === 1, { what: "a ring" });
      assert.deepEqual(await tab.evaluate(() => window.written), []);
    });

    test("the host stands in the modal dialog that was opened last, wherever in the tree, and goes on working there", async () => {
      const ask = `<dialog id="ask"><h3>Are you sure?</h3><p>Please type “agree” to delete your account.</p><input type="text" id="w">
        <p><button type="button">Cancel</button> <button type="button" id="yes">Delete</button></p></dialog>`;
      const html = page(
        `<h2>Delete my account</h2>${ask}<dialog id="terms" style="width:640px;height:420px"><h3>Delete my account</h3><button>OK</button></dialog>`,
        { title: "Privacy Center", script: "terms.showModal();ask.showModal()" },
      );
      const tab = await guidedOn(lab(), html, { address: PRIVACY, flow: "delete", state: "act" });
      const stands = await inRoot(lab(), tab, (root) => root.host.parentNode.id);
      assert.equal(stands, "ask");
      await tab.bringToFront();
      await focusFold(lab(), tab);
      await tab.keyboard.press("Enter");
      await until(() => isFolded(lab(), tab), { what: "its buttons are alive" });
      assert.equal(await tab.evaluate(() => document.querySelector("#ask").open), true);
    });

    test("it stands above what the page puts over everything later", async () => {
      const banner = `<div id="late" popover="manual" style="margin:0;inset:auto 0 0 0;width:100%;height:55%">Offer</div>`;
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${banner}`), { control: "deactivate" });
      await tab.evaluate(() => document.querySelector("#late").showPopover());
      await until(
        async () => {
          const [x, y] = (await overlay(lab(), tab)).callout.box;
          return lab().look(tab, (px, py) => document.elementFromPoint(px, py).id !== "late", x + 20, y + 20);
        },
        { what: "the callout lies above the banner" },
      );
    });

    for (const [what, fight] of Object.entries(FIGHTS)) {
      test(`a page that ${what} again and again: it stands aside, and the popup says so`, async () => {
        const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
        await tab.evaluate(fight);
        await until(async () => (await lab().status(tab)) === undefined, { what: "the guide stands down" });
        assert.equal(await overlay(lab(), tab), undefined);
        const popup = await openPopup(lab(), tab);
        await until(async () => /again and again/.test((await readPopup(popup)).text), {
          what: "the popup says what happened",
        });
        await leavePopup(popup);
      });
    }

    test("2,000 changes a second elsewhere on the page leave ring and callout where they are", async () => {
      const busy = `<p id="busy"></p>`;
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${busy}`), { control: "deactivate" });
      await tab.evaluate(() => {
        const busyNode = document.querySelector("#busy");
        let n = 0;
        setInterval(() => {
          for (let each = 0; each < 20; each++) busyNode.setAttribute("style", `order:${n++}`);
        }, 10);
      });
      await calloutThat(lab(), tab, { state: "act", control: "deactivate" });
    });
  },
  { pages },
);
