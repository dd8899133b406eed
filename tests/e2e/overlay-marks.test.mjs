// The overlay marks only what is there: a ring stands on nothing but its control, as far as that can be seen and hit.

import assert from "node:assert/strict";
import test from "node:test";
import { calloutThat, eachBrowser, overlay, pressInOverlay, until } from "./harness.mjs";
import { CONTROL, follow, guidedOn, inRoot, pages, page, profile } from "./harness/hostile.mjs";

const PANE = `<div id="pane" style="height:120px;overflow:auto;width:500px"><p>${CONTROL}</p><div style="height:600px">More</div></div>
  <p><button type="button" id="other">Sign out everywhere</button></p>`;
const SETTINGS = "https://www.aliexpress.com/account/setting/index.html";

const ringless = (lab, tab) =>
  until(async () => (await overlay(lab, tab))?.spotlights.length === 0, { what: "no ring" });

eachBrowser(
  "the overlay marks",
  (lab) => {
    const shows = (tab) => inRoot(lab(), tab, (root) => !root.querySelector("[data-action=show]").hidden);

    test("a control that its pane has scrolled away: no ring on what stands there now, and Show me brings it", async () => {
      const tab = await guidedOn(lab(), profile(PANE), { control: "deactivate" });
      await tab.evaluate(() => (document.querySelector("#pane").scrollTop = 300));
      await ringless(lab(), tab);
      assert.equal(await shows(tab), true);
      await pressInOverlay(lab(), tab, "show");
      await calloutThat(lab(), tab, { control: "deactivate" });
      assert.equal(await shows(tab), false);
    });

    test("a control under a sticky head of its pane has no ring", async () => {
      const head = `<div style="position:sticky;top:0;height:70px;background:#fff;z-index:1">Head</div>`;
      const html = profile(PANE.replace("<p>", `${head}<p>`));
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      await tab.evaluate(() => (document.querySelector("#pane").scrollTop = 50));
      await ringless(lab(), tab);
    });

    test("a control that only the window's scrolling reaches keeps its ring, out of sight", async () => {
      const html = profile(`<p>${CONTROL}</p><div style="height:3000px"></div>`);
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      const seen = await follow(lab(), tab, () => scrollTo(0, 1500));
      assert.ok(seen.shown && seen.off <= 1, `off by ${seen.off}`);
      assert.equal(await shows(tab), true);
    });

    test("a layer over the control: no ring, a state that says so, our callout above it; gone, the ring is back", async () => {
      const layer = `<div id="toast" popover="manual" style="margin:0;inset:0;width:100%;height:100%;border:0">We use cookies</div>`;
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${layer}`), { control: "deactivate" });
      await tab.evaluate(() => document.querySelector("#toast").showPopover());
      const covered = await calloutThat(lab(), tab, { state: ["blocked", "wait"] });
      assert.equal(covered.spotlights.length, 0);
      await until(
        async () => {
          const [x, y] = (await overlay(lab(), tab)).callout.box;
          return lab().look(tab, (px, py) => !document.elementFromPoint(px, py).id, x + 20, y + 20);
        },
        { what: "the callout lies on top" },
      );
      await tab.evaluate(() => document.querySelector("#toast").hidePopover());
      await calloutThat(lab(), tab, { state: "act", control: "deactivate" });
    });

    test("a row that is used again for something else loses its ring within a frame", async () => {
      const rows = `<a id="row" href="//accounts.aliexpress.com/user/organization/manage_person_profile.htm">Edit Profile</a>`;
      const tab = await guidedOn(lab(), page(rows, { title: "Account Settings" }), {
        address: SETTINGS,
        control: "edit-profile",
      });
      const seen = await follow(
        lab(),
        tab,
        () =>
          setTimeout(() => {
            const row = document.querySelector("#row");
            [row.textContent, row.href] = ["Sign out everywhere", "#out"];
          }, 150),
        { selector: "#row" },
      );
      assert.equal(seen.shown, false);
      const wrong = await inRoot(lab(), tab, (root) => root.querySelectorAll("[part=spotlight]").length);
      assert.equal(wrong, 0);
    });

    test("display: contents: the ring goes round what is seen", async () => {
      const html = profile(
        `<p><a id="deact" style="display:contents" href="/user/organization/deactive_account.htm"><span id="box" class="btn">Deactivate Account</span></a></p>`,
      );
      const tab = await guidedOn(lab(), html, { state: "act", control: "deactivate" });
      const seen = await follow(lab(), tab, () => {}, { selector: "#box", frames: 5 });
      assert.ok(seen.off <= 1, `off by ${seen.off}`);
    });

    test("display: contents in display: contents: the ring goes round all of what is seen", async () => {
      const html = profile(
        `<p id="all" style="display:flex;width:max-content"><a id="deact" aria-label="Deactivate Account" style="display:contents" href="/user/organization/deactive_account.htm"><span style="display:contents"><b class="btn">Deactivate</b><b class="btn">Account</b></span></a></p>`,
      );
      const tab = await guidedOn(lab(), html, { state: "act", control: "deactivate" });
      const [{ box: ring }] = (await overlay(lab(), tab)).spotlights;
      const all = await lab().look(tab, () => {
        const { x, y, width, height } = document.querySelector("#all").getBoundingClientRect();
        return [x, y, width, height];
      });
      const grown = [0, 1].flatMap((at) => [
        all[at] - ring[at],
        ring[at] + ring[at + 2] - all[at] - all[at + 2],
      ]);
      assert.ok(
        grown.every((by) => by >= 0 && by <= 8),
        `grown by ${grown}`,
      );
    });

    test("a control that stands at a slant has its whole box in the ring", async () => {
      const html = profile(`<p style="margin:80px;transform:rotate(9deg) scale(1.2)">${CONTROL}</p>`);
      const tab = await guidedOn(lab(), html, { control: "deactivate" });
      const seen = await follow(lab(), tab, () => {}, { frames: 5 });
      assert.ok(seen.off <= 1, `off by ${seen.off}`);
    });
  },
  { pages },
);
