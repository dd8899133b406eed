// Pages of a test's own, served at AliExpress' addresses, and a recorder that looks at ring and control in every frame.

import { calloutThat } from "./overlay.mjs";
import { start } from "./popup.mjs";

/** Where pages stand that the guide knows by their address. */
export const PROFILE = "https://accounts.aliexpress.com/user/organization/manage_person_profile.htm";
export const FORM = "https://accounts.aliexpress.com/user/organization/deactive_account.htm";
export const PRIVACY = "https://privacy.aliexpress.com/home#/request/delete";
const PART = "https://accounts.aliexpress.com/user/organization/profile_part.htm";

const keyOf = (address) => {
  const { hostname, pathname } = new URL(address);
  return hostname + pathname;
};
const served = new Map();

/** Answers with what `serve` was given last for an address. */
export const pages = ({ host, path }) => served.get(host + path.split("?")[0]);

/** The control that the guide points at on a profile page. */
export const CONTROL = `<a id="deact" class="btn" href="/user/organization/deactive_account.htm?from=/setting/">Deactivate Account</a>`;
const FACTS =
  "<dl><dt>Email<dd>g***e@example.org<dt>Member ID<dd>de4455667788wxyz<dt>Country/Region<dd>Germany</dl>";
const LOOKS = `*{box-sizing:border-box} body{margin:0;font:14px/1.5 Arial,sans-serif;background:#f6f6f6}
  main{max-width:1000px;margin:20px auto;padding:24px;background:#fff} .btn{display:inline-block;padding:9px 22px;
  border:1px solid #222;border-radius:20px;text-decoration:none;font-weight:700} input,select{height:38px;width:300px}`;

/** A page with this in its middle. */
export const page = (main, { title = "Member Profile", style = "", script = "", tail = "" } = {}) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
  <style>${LOOKS}${style}</style></head><body><header><b>AliExpress</b>
  <a href="//www.aliexpress.com/p/order/index.html">Orders</a></header>
  <main><h1>${title}</h1>${main}</main>${tail}<script>${script}</script></body></html>`;

/** A profile page: its facts, then `main`, in which the control stands. */
export const profile = (main = `<p>${CONTROL}</p>`, options) => page(FACTS + main, options);

/** What a frame on a profile page holds. */
export const framed = () => {
  served.set(keyOf(PART), profile());
  return new URL(PART).pathname;
};

/** Has `html` answered at `address`. */
export const serve = (address, html) => served.set(keyOf(address), html);

/** Opens `html` at `address` and starts the way there. */
export async function startOn(lab, html, { address = PROFILE, flow = "deactivate" } = {}) {
  serve(address, html);
  const tab = await lab.open(address);
  await start(lab, tab, flow, { reason: "privacy" });
  return tab;
}

/** The same, and waits for a callout that says all of `wanted`. */
export async function guidedOn(lab, html, { address, flow, ...wanted } = {}) {
  const tab = await startOn(lab, html, { address, flow });
  await calloutThat(lab, tab, wanted);
  return tab;
}

const HOSTS = ":root > :not(head, body), dialog[open] > *";

/** Runs a function on our root. */
export async function inRoot(lab, tab, fn, ...args) {
  const [root] = await lab.roots(tab, HOSTS);
  return root?.call(fn, ...args);
}

/**
 * Runs in the page: how the mark and the control lie to each other in each of so many frames, as each was painted. The mark is
 * our ring in `root`, or what `marked` finds in the page.
 */
export async function watch(root, selector, count, marked = "[part=spotlight]") {
  const boxOf = (element) => {
    let { x, y, width, height } = element.getBoundingClientRect();
    for (let frame = element.ownerDocument.defaultView.frameElement; frame; frame = null) {
      const outer = frame.getBoundingClientRect();
      const scale = outer.width / frame.offsetWidth;
      const style = getComputedStyle(frame);
      const [left, top] = ["Left", "Top"].map(
        (side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]),
      );
      [x, y] = [outer.x + (left + x) * scale, outer.y + (top + y) * scale];
      [width, height] = [width * scale, height * scale];
    }
    return [x, y, x + width, y + height];
  };
  const find = () => {
    let scope = document;
    for (const step of selector.split(" >>> ")) {
      const found = scope.querySelector(step);
      if (!found) return null;
      scope = found.contentDocument ?? found.shadowRoot ?? found;
    }
    return scope;
  };
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    });
  const rows = [];
  for (let n = 0; n < count; n++) {
    await painted();
    // Two frames as everything was before.
    if (n === 2) document.dispatchEvent(new Event("the movement"));
    const ring = (root ?? document).querySelector(marked)?.getBoundingClientRect();
    const control = find();
    const box = control && boxOf(control);
    const off = ring &&
      box && [
        ring.left + 4 - box[0],
        ring.top + 4 - box[1],
        ring.right - 4 - box[2],
        ring.bottom - 4 - box[3],
      ];
    const mark = ring && [ring.left, ring.top, ring.right, ring.bottom];
    rows.push({ shown: Boolean(ring), off: off ? Math.max(...off.map(Math.abs)) : null, box, mark });
  }
  return rows;
}

/** Has the page do `act` when the watching asks for it. */
export const prepare = (tab, act) =>
  tab.evaluate(
    `document.addEventListener("the movement", () => { ${typeof act === "string" ? act : `(${act})()`} }, { once: true })`,
  );

/** For how many frames in a row something stood off by more than a px. */
export function framesLate(offs) {
  let [late, worst] = [0, 0];
  for (const off of offs) {
    late = off > 1 ? late + 1 : 0;
    worst = Math.max(worst, late);
  }
  return worst;
}

/**
 * Watches so many frames while `act` is done to the page, and gives: the largest distance at the end, in px; for how many
 * frames in a row the ring stood off its control by more than a px; how far the control has moved at all.
 */
export async function follow(lab, tab, act, { selector = "#deact", frames = 45 } = {}) {
  await prepare(tab, act);
  const rows = await inRoot(lab, tab, watch, selector, frames);
  const moved = rows.map(({ box }) => (box ? box[0] + box[1] : 0));
  return {
    off: rows.at(-1).off,
    shown: rows.at(-1).shown,
    late: framesLate(rows.map(({ off, shown }) => (shown ? off : 0))),
    moved: Math.max(...moved) - Math.min(...moved),
    rows,
  };
}
