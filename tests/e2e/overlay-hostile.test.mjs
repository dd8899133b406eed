// Pages that make it hard for the overlay: those that style, move, cover or relabel on purpose or by habit, and controls that
// are no plain link.

import assert from "node:assert/strict";
import test from "node:test";
import { calloutThat, eachBrowser, overlay, until } from "./harness.mjs";
import {
  CONTROL,
  FORM,
  follow,
  guidedOn,
  inRoot,
  page,
  pages,
  PRIVACY,
  profile,
  serve,
  startOn,
} from "./harness/hostile.mjs";

const LINK = "/user/organization/deactive_account.htm";
const picture = (width, height) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;
/** A form in which all is filled in but for a box to tick. */
const form = (box) => `<form method="post"><p><label for="mail">Email address</label><br>
  <input type="email" id="mail" name="email" value="ada@example.org"></p>
  <p>Please type "<b>Deactivate my account</b>" below<br><input type="text" id="phrase" name="confirm"></p>${box}
  <p><button type="submit" class="btn">Deactivate My Account</button></p></form>`;

const boxOf = (lab, tab, selector) =>
  lab.look(
    tab,
    (one) => {
      const { x, y, width, height } = document.querySelector(one).getBoundingClientRect();
      return [x, y, width, height];
    },
    selector,
  );

/** How far the ring round `control` is off a box, in px on the worst side; the ring stands 4 px outside. */
async function offOf(lab, tab, control, [x, y, width, height]) {
  const spot = (await overlay(lab, tab)).spotlights.find((one) => one.control === control);
  if (!spot) return Infinity;
  const [left, top, wide, high] = spot.box;
  const sides = [left + 4 - x, top + 4 - y, left + wide - 4 - x - width, top + high - 4 - y - height];
  return Math.max(...sides.map(Math.abs));
}

const ringIsRound = (lab, tab, control, box) =>
  until(async () => (await offOf(lab, tab, control, box)) <= 1, {
    what: `a ring round ${control} at ${box}`,
    seen: () => overlay(lab, tab),
  });

const focusIn = (lab, tab, selector) =>
  inRoot(lab, tab, (root, one) => root.querySelector(one).focus(), selector);
const focusOnPage = (lab, tab) =>
  lab.look(tab, () => document.activeElement?.id || document.activeElement?.localName);
const focusInside = (lab, tab) =>
  inRoot(lab, tab, (root) => root.activeElement?.dataset.action ?? root.activeElement?.part.value ?? null);

eachBrowser(
  "against the overlay",
  (lab) => {
    test("a page that puts the host elsewhere again and again is given up on, and is not fought without end", async () => {
      const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
      await tab.evaluate(() => {
        window.moves = 0;
        const move = () => {
          const host = document.querySelector(":root > :not(head, body)");
          if (host && ++window.moves < 1000) document.body.append(host);
        };
        new MutationObserver(move).observe(document.documentElement, { childList: true });
        move();
      });
      await until(async () => (await lab().status(tab)) === undefined, { what: "the guide stands down" });
      assert.ok((await tab.evaluate(() => window.moves)) <= 7);
    });

    test("dialogs of the page that go with the host in them, one after another, are borne", async () => {
      const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
      const standsIn = (name) =>
        until(async () => (await overlay(lab(), tab))?.host.parent === name, {
          what: `the host is in ${name}`,
        });
      for (let n = 0; n < 7; n++) {
        await tab.evaluate(() => {
          const dialog = document.body.appendChild(document.createElement("dialog"));
          dialog.innerHTML = "<p>Hello again</p><button>OK</button>";
          dialog.showModal();
        });
        await standsIn("dialog");
        await tab.evaluate(() => document.querySelector("dialog").remove());
        await standsIn("html");
      }
      await calloutThat(lab(), tab, { state: "act", control: "deactivate" });
    });

    test("what the page says of our parts does not reach them", async () => {
      const style = `*::part(callout){display:none!important;opacity:.2;--paper:red;transform:none;direction:rtl;font-size:90px}
        *::part(callout)::before{content:"Call this number";display:block}
        *::part(spotlight){outline:none!important;width:5px!important;background:red;--mark:transparent!important}
        *{--ink:red!important;--accent:red!important}`;
      const tab = await guidedOn(lab(), profile(undefined, { style }), { control: "deactivate" });
      const looks = await inRoot(lab(), tab, (root) => {
        const callout = getComputedStyle(root.querySelector("[part=callout]"));
        const ring = getComputedStyle(root.querySelector("[part=spotlight]"));
        const before = getComputedStyle(root.querySelector("[part=callout]"), "::before");
        return [callout.display, callout.opacity, callout.direction, callout.fontSize, before.content].concat(
          ring.outlineStyle,
          ring.backgroundColor,
          callout.backgroundColor === "rgb(255, 0, 0)" || ring.outlineColor === "rgb(255, 0, 0)",
        );
      });
      assert.deepEqual(looks, ["block", "1", "ltr", "15px", "none", "solid", "rgba(0, 0, 0, 0)", false]);
      await ringIsRound(lab(), tab, "deactivate", await boxOf(lab(), tab, "#deact"));
    });

    test("one view transition after another is borne", async () => {
      const tab = await guidedOn(lab(), profile(`<p id="p">${CONTROL}</p>`), { control: "deactivate" });
      await tab.evaluate(async () => {
        for (let n = 1; n <= 7; n++) {
          const step = () => (document.querySelector("#p").style.marginTop = `${n * 20}px`);
          await (document.startViewTransition?.(step).finished ?? step());
        }
      });
      await ringIsRound(lab(), tab, "deactivate", await boxOf(lab(), tab, "#deact"));
    });

    test("a control that is relabelled from elsewhere loses its ring within a frame", async () => {
      const named = `<p><span id="name">Deactivate Account</span> <button id="deact" aria-labelledby="name" style="width:90px;height:30px"></button></p>`;
      const pictured = `<p><a id="deact" href="${LINK}"><img id="name" width="120" height="40" alt="Deactivate Account" src="${picture(120, 40)}"></a></p>`;
      for (const html of [named, pictured]) {
        const tab = await guidedOn(lab(), profile(html), { control: "deactivate" });
        const act = () => {
          const name = document.querySelector("#name");
          name[name.localName === "img" ? "alt" : "textContent"] = "Sign out everywhere";
        };
        // The movement is asked for in the third frame.
        const { rows } = await follow(lab(), tab, act, { frames: 14 });
        assert.deepEqual(
          rows.slice(4).filter(({ shown }) => shown),
          [],
        );
      }
    });

    test("a layer that a script slides over the control takes its ring away within two heartbeats", async () => {
      const layer = `<div id="layer" style="position:fixed;inset:0;background:#fff;transform:translateY(100%)">A big offer</div>`;
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${layer}`), { control: "deactivate" });
      await tab.evaluate(() => {
        const frames = [{ transform: "translateY(100%)" }, { transform: "none" }];
        document.querySelector("#layer").animate(frames, { duration: 300, delay: 400, fill: "forwards" });
      });
      const seen = await calloutThat(lab(), tab, { state: "blocked" }, { within: 5000 });
      assert.equal(seen.spotlights.length, 0);
    });

    test("where a layer covers the control, the status says blocked and points at nothing", async () => {
      const layer = `<div id="layer" hidden style="position:absolute;inset:0;background:#fff">Please wait</div>`;
      const tab = await guidedOn(lab(), profile(`<p>${CONTROL}</p>${layer}`), { control: "deactivate" });
      await tab.evaluate(() => (document.querySelector("#layer").hidden = false));
      await calloutThat(lab(), tab, { state: ["blocked", "wait"] });
      const { state, targets } = await lab().status(tab);
      assert.notEqual(state, "act");
      assert.deepEqual(targets, []);
    });

    test("something to press that covers a part of a wide control is not ringed", async () => {
      const wide = `<p style="position:relative;width:600px"><a id="deact" class="btn" style="width:600px" href="${LINK}">Deactivate Account</a>
        <button id="other" style="position:absolute;left:430px;top:0;height:41px;width:70px">Sign out</button></p>`;
      const tab = await guidedOn(lab(), profile(wide), { control: "deactivate" });
      const [left] = await boxOf(lab(), tab, "#other");
      const [{ box }] = (await overlay(lab(), tab)).spotlights;
      assert.ok(box[0] + box[2] - 4 <= left + 1, `the ring ends at ${box[0] + box[2] - 4}, not at ${left}`);
    });

    test("a link that wraps, in an element of its own beside another link: that is not in its ring", async () => {
      const words = `<div style="width:300px">Some words before <a href="/help" id="other">Help with this and that</a>
        <span><b><a id="deact" href="${LINK}">Deactivate Account</a></b></span> <a id="third" href="/x">Sign out everywhere</a></div>`;
      const tab = await guidedOn(lab(), profile(words), { control: "deactivate" });
      const [{ box }] = (await overlay(lab(), tab)).spotlights;
      const shared = await lab().look(
        tab,
        ([x, y, w, h]) =>
          ["other", "third"]
            .flatMap((id) => [...document.getElementById(id).getClientRects()])
            .some(
              ({ left, top, right, bottom }) =>
                Math.min(right, x + w - 5) > Math.max(left, x + 5) &&
                Math.min(bottom, y + h - 5) > Math.max(top, y + 5),
            ),
        box,
      );
      assert.equal(shared, false);
    });

    // Without border and padding: Chromium hits an area as if its picture had neither, so that no ring would be right there.
    test("an area of an image map has its ring where it lies on the scaled picture", async () => {
      const map = `<div style="transform:scale(.8);transform-origin:0 0"><img id="im" usemap="#m" width="400" height="100" alt="" src="${picture(400, 100)}"><map name="m">
        <area id="deact" shape="rect" coords="10,10,200,60" alt="Deactivate Account" href="${LINK}">
        <area shape="rect" coords="210,10,390,60" alt="Sign out" href="/x"></map></div>`;
      const tab = await guidedOn(lab(), profile(map), { control: "deactivate" });
      const [x, y] = await boxOf(lab(), tab, "#im");
      await ringIsRound(lab(), tab, "deactivate", [x + 10 * 0.8, y + 10 * 0.8, 190 * 0.8, 50 * 0.8]);
    });

    for (const [what, inside] of [
      [
        "a link of a drawn picture, in a picture of its own",
        `<svg x="20" y="20" width="300" height="80"><a id="deact" href="${LINK}"><rect width="220" height="44" fill="#eee"/><text x="10" y="28">Deactivate Account</text></a></svg>`,
      ],
      [
        "a link of the page's kind in a drawn picture",
        `<foreignObject x="20" y="20" width="300" height="80"><p xmlns="http://www.w3.org/1999/xhtml">${CONTROL}</p></foreignObject>`,
      ],
    ]) {
      test(`${what} has its ring`, async () => {
        const html = profile(`<svg width="400" height="120" viewBox="0 0 400 120">${inside}</svg>`);
        const tab = await guidedOn(lab(), html, { control: "deactivate" });
        await ringIsRound(lab(), tab, "deactivate", await boxOf(lab(), tab, "#deact"));
      });
    }

    test("a box beside a label of several lines has both in its ring, and the step is about the box", async () => {
      const box = `<div id="both" style="display:flex;width:260px"><input type="checkbox" id="ok" style="width:13px;height:13px;flex:none">
        <label for="ok">I have read the notice about what happens to my orders, my balance and my coupons</label></div>`;
      const tab = await startOn(lab(), page(form(box), { title: "Deactivate Account" }), { address: FORM });
      const seen = await calloutThat(lab(), tab, { control: "terms" });
      assert.doesNotMatch(seen.callout.text, /Choose a reason/);
      assert.match(seen.callout.text, /accept the terms/);
      const [x, y, , high] = await boxOf(lab(), tab, "#both");
      const [{ box: ring }] = seen.spotlights;
      const [left, , wide] = await boxOf(lab(), tab, "#ok");
      assert.ok(ring[0] <= left && left + wide <= ring[0] + ring[2], "the box is in it");
      assert.ok(ring[1] <= y + 4 && ring[1] + ring[3] >= y + high - 4 && ring[0] <= x + 4, "and its label");
    });

    test("Stop by keyboard: the focus goes to the control or, where there is none, to something on the page", async () => {
      const tab = await guidedOn(lab(), profile(), { control: "deactivate" });
      await tab.bringToFront();
      await focusIn(lab(), tab, "[data-action=stop]");
      await tab.keyboard.press("Enter");
      await until(async () => (await focusOnPage(lab(), tab)) === "deact", { what: "the control has it" });

      const nothing = page(`<p>Nothing</p><p><a id="any" href="/x">A link</a></p>`, { title: "Something" });
      const address = "https://www.aliexpress.com/p/none.html";
      const other = await startOn(lab(), nothing, { address });
      await other.bringToFront();
      await calloutThat(lab(), other, { flow: "deactivate" });
      await focusIn(lab(), other, "[data-action=stop]");
      await other.keyboard.press("Enter");
      await until(async () => (await focusOnPage(lab(), other)) === "any", { what: "a link has it" });
    });

    test("who is at Show me when the control comes into sight by itself goes on in the callout", async () => {
      const pane = `<div id="pane" style="height:100px;overflow:auto"><p>${CONTROL}</p><div style="height:900px"></div></div>`;
      const tab = await guidedOn(lab(), profile(pane), { control: "deactivate" });
      await tab.bringToFront();
      await tab.evaluate(() => (document.querySelector("#pane").scrollTop = 400));
      const isOffered = () => inRoot(lab(), tab, (root) => !root.querySelector("[data-action=show]").hidden);
      await until(isOffered, { what: "it is offered" });
      await focusIn(lab(), tab, "[data-action=show]");
      await tab.evaluate(() => (document.querySelector("#pane").scrollTop = 0));
      await until(async () => (await focusInside(lab(), tab)) === "callout", {
        what: "the callout has the focus",
        seen: () => focusInside(lab(), tab),
      });
    });

    test("where the callout folds by itself, whoever is at a button in it goes on at the one that unfolds", async () => {
      const tab = await guidedOn(lab(), profile(`<p style="height:150px">${CONTROL}</p>`), {
        control: "deactivate",
      });
      await tab.bringToFront();
      await focusIn(lab(), tab, "[data-action=stop]");
      await tab.evaluate(() => {
        document.querySelector("main").style.cssText = "position:fixed;inset:0;margin:0;padding:0";
        document.querySelector("#deact").style.cssText = "position:fixed;inset:0 0 90px 0";
      });
      await tab.setViewport({ width: 320, height: 256 });
      await until(async () => (await focusInside(lab(), tab)) === "fold", {
        what: "the fold button has the focus",
        seen: async () => [await focusInside(lab(), tab), await overlay(lab(), tab)],
      });
    });

    test("Escape in the callout closes neither the page's dialog nor its menu", async () => {
      const ask = `<dialog id="ask"><h3>Are you sure?</h3><p>Please type “agree” to delete your account.</p><input type="text">
        <p><button type="button">Cancel</button> <button type="button">Delete</button></p></dialog>`;
      const html = page(`<h2>Delete my account</h2>${ask}`, {
        title: "Privacy Center",
        script: "ask.showModal()",
      });
      const tab = await guidedOn(lab(), html, { address: PRIVACY, flow: "delete", state: "act" });
      await tab.bringToFront();
      await focusIn(lab(), tab, "[data-action=fold]");
      await tab.keyboard.press("Escape");
      const isFolded = () =>
        inRoot(lab(), tab, (root) => root.querySelector("[part=callout]").hasAttribute("data-folded"));
      await until(isFolded, { what: "it is tucked away" });
      assert.equal(await tab.evaluate(() => document.querySelector("#ask").open), true);
    });

    test("no legacy event of a press reaches the page", async () => {
      const script = `window.heard = [];
        for (const name of ["mousewheel","DOMMouseScroll","MozMousePixelScroll","DOMActivate","gotpointercapture","lostpointercapture"])
          for (const target of [window, document, document.documentElement])
            target.addEventListener(name, (event) => { if (!document.body.contains(event.target)) heard.push(name); });`;
      const tab = await guidedOn(lab(), profile(undefined, { script }), { control: "deactivate" });
      await tab.bringToFront();
      const [x, y] = (await overlay(lab(), tab)).callout.box;
      await tab.mouse.move(x + 60, y + 60);
      await tab.mouse.wheel({ deltaY: 40 });
      await focusIn(lab(), tab, "[data-action=fold]");
      await tab.keyboard.press("Enter");
      const isFolded = () =>
        inRoot(lab(), tab, (root) => root.querySelector("[part=callout]").hasAttribute("data-folded"));
      await until(isFolded, { what: "the press was heard by us" });
      assert.deepEqual(await tab.evaluate(() => window.heard), []);
    });

    test("a frame in a frame, each with border and padding, scaled or zoomed: the ring is where the control is seen", async () => {
      const [inner, outer] = ["/user/organization/profile_part.htm", "/user/organization/outer_part.htm"];
      const origin = "https://accounts.aliexpress.com";
      serve(origin + inner, profile());
      serve(
        origin + outer,
        `<!DOCTYPE html><body style="margin:0"><iframe id="in" src="${inner}" style="width:640px;height:420px;border:3px solid red;padding:7px"></iframe></body>`,
      );
      const frame = `<iframe id="out" src="${outer}" style="width:760px;height:460px;border:5px solid #ddd;padding:9px;transform:scale(.9);transform-origin:0 0"></iframe>`;
      const tab = await guidedOn(lab(), page(frame), { control: "deactivate" });
      const box = await lab().look(tab, () => {
        const out = document.querySelector("#out");
        const within = out.contentDocument.querySelector("#in");
        const place = (element) => element.getBoundingClientRect();
        const control = place(within.contentDocument.querySelector("#deact"));
        const [x, y] = [place(within).x + 10 + control.x, place(within).y + 10 + control.y];
        const { x: left, y: top } = place(out);
        return [left + (14 + x) * 0.9, top + (14 + y) * 0.9, control.width * 0.9, control.height * 0.9];
      });
      await ringIsRound(lab(), tab, "deactivate", box);
    });
  },
  { pages },
);
