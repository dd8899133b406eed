// What the person sees of the guide, and what they do with it: reads the overlay in its closed root, and presses what
// it points at with the browser's own mouse. Nothing here runs in the page's own world.

import assert from "node:assert/strict";
import { until } from "./until.mjs";

/** Where the contract lets the one host stand: under <html>, or in an open dialog. */
const HOSTS = ":root > :not(head, body), dialog[open] > *";

/** Runs in the page: the overlay as plain data. */
function readOverlay(root) {
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  };
  const shown = (element) => element.checkVisibility() && boxOf(element)[2] > 0;
  const textOf = (element) => (element.innerText ?? element.textContent).replace(/\s+/g, " ").trim();
  const press = (element) => ({
    text: textOf(element) || element.getAttribute("aria-label") || "",
    label: element.getAttribute("aria-label"),
    part: element.getAttribute("part"),
    action: element.dataset.action ?? null,
    href: element.href ?? null,
    box: boxOf(element),
    disabled: element.disabled ?? false,
  });
  const parent = root.host.parentNode;
  const callout = root.querySelector("[part~=callout]");
  return {
    host: { tag: root.host.localName, parent: parent.localName, attributes: root.host.getAttributeNames() },
    dir: callout && getComputedStyle(callout).direction,
    spotlights: [...root.querySelectorAll("[part~=spotlight]")].filter(shown).map((one) => ({
      control: one.dataset.control,
      box: boxOf(one),
      text: textOf(one),
    })),
    callout: callout && {
      flow: callout.dataset.flow,
      page: callout.dataset.page,
      step: callout.dataset.step,
      state: callout.dataset.state,
      shown: shown(callout),
      box: boxOf(callout),
      text: textOf(callout),
      links: [...callout.querySelectorAll("a[href]")].filter(shown).map(press),
      buttons: [...callout.querySelectorAll("button, [role=button]")].filter(shown).map(press),
    },
  };
}

/** The overlay of a page, or undefined where there is none. More than one host breaks the contract. */
export async function overlay(lab, page) {
  const roots = await lab.roots(page, HOSTS);
  assert.ok(roots.length <= 1, `${roots.length} hosts of ours stand in the page; the contract allows one`);
  return roots[0]?.call(readOverlay);
}

const matches = (callout, wanted) =>
  Object.entries(wanted).every(([key, value]) =>
    value instanceof RegExp ? value.test(callout[key]) : [value].flat().includes(callout[key]),
  );

/** Waits for a callout that says all of `wanted`: {page, step, state, flow, text: /…/, control}. */
export function calloutThat(lab, page, { control, ...wanted }, options = {}) {
  const controls = [control ?? []].flat();
  return until(
    async () => {
      const seen = await overlay(lab, page);
      if (!seen?.callout || !matches(seen.callout, wanted)) return false;
      return controls.every((one) => seen.spotlights.some((spot) => spot.control === one)) && seen;
    },
    {
      what: `a callout with ${JSON.stringify({ control, ...wanted }, (_, value) => (value instanceof RegExp ? String(value) : value))}`,
      seen: async () => ({ url: page.url(), ...(await overlay(lab, page)) }),
      ...options,
    },
  );
}

const same = (a, b) => a.every((value, n) => Math.abs(value - b[n]) < 0.5);
const centre = ([x, y, width, height]) => [x + width / 2, y + height / 2];

const viewportOf = (lab, page) => lab.look(page, () => [innerWidth, innerHeight]);

/** Turns the wheel until the box lies in the window. */
async function scrollTo(lab, page, [x, y, width, height]) {
  const [, tall] = await viewportOf(lab, page);
  const [, middle] = centre([x, y, width, height]);
  if (middle >= 4 && middle <= tall - 4) return false;
  await page.mouse.move(5, tall / 2);
  await page.mouse.wheel({ deltaY: Math.round(middle - tall / 2) });
  return true;
}

/** The spotlight on a control, once it lies still inside the window. */
export async function spotlightOn(lab, page, control, options = {}) {
  let last;
  return until(
    async () => {
      const spot = (await overlay(lab, page))?.spotlights.find((one) => one.control === control);
      if (!spot) return (last = undefined);
      const still = last && same(last, spot.box);
      last = spot.box;
      if (!still || (await scrollTo(lab, page, spot.box))) return false;
      return spot;
    },
    {
      what: `a still spotlight on ${control}`,
      seen: async () => ({ url: page.url(), ...(await overlay(lab, page)) }),
      ...options,
    },
  );
}

/**
 * What of the page lies under the middle of a spotlight. `covered` is true where the overlay itself would take the
 * press: a callout must never lie on the control it speaks of.
 */
export function under(lab, page, box) {
  const [x, y] = centre(box);
  return lab.look(
    page,
    (px, py) => {
      const element = document.elementFromPoint(px, py);
      if (!element) return null;
      const control =
        element.closest("a, button, input, select, textarea, label, summary, [role], iframe") ?? element;
      const { x: left, y: top, width, height } = control.getBoundingClientRect();
      const inBody = document.body.contains(element);
      return {
        covered: !inBody && element !== document.documentElement && !element.closest("dialog"),
        tag: control.localName,
        text: (control.innerText || control.value || "").trim().slice(0, 80),
        box: [left, top, width, height],
      };
    },
    x,
    y,
  );
}

/** Whether what lies under a spotlight is what it is drawn round: the same box, but for the ring's margin. */
const isDrawnRound = ([x, y, width, height], found) =>
  Math.abs(x - found[0]) <= 9 &&
  Math.abs(y - found[1]) <= 9 &&
  Math.abs(width - found[2]) <= 18 &&
  Math.abs(height - found[3]) <= 18;

/**
 * Takes the mouse to a corner: a menu of the page that opens by hovering would lie over what is marked there, which then
 * has no ring. The mouse of a page that is being left can't be moved.
 */
const takeMouseAway = (lab, page) =>
  until(async () => {
    const [, tall] = await viewportOf(lab, page);
    await page.mouse.move(4, tall - 4);
    return true;
  });

/**
 * Presses a control of the page where the spotlight points, with the browser's own mouse. Where a menu of the page,
 * opened by hovering, lies over it, the mouse is first taken away, as a person would.
 */
export async function clickControl(lab, page, control, options) {
  await takeMouseAway(lab, page);
  let spot = await spotlightOn(lab, page, control, options);
  let found = await under(lab, page, spot.box);
  if (found && !found.covered && !isDrawnRound(spot.box, found.box)) {
    await takeMouseAway(lab, page);
    spot = await spotlightOn(lab, page, control, options);
    found = await under(lab, page, spot.box);
  }
  assert.ok(found && !found.covered, `the overlay covers ${control}: ${JSON.stringify({ spot, found })}`);
  await page.mouse.click(...centre(spot.box));
  return { ...spot, under: found };
}

/** Presses a control and types into it, key by key. */
export async function typeInto(lab, page, control, text) {
  await clickControl(lab, page, control);
  await page.keyboard.type(text);
}

/** Presses a button or link of the callout: by its text, its accessible label, its part or its data-action. */
export async function pressInOverlay(lab, page, wanted) {
  const fits = (one) =>
    [one.text, one.label, one.part, one.action].some((said) =>
      wanted instanceof RegExp ? wanted.test(said ?? "") : said === wanted,
    );
  let last;
  const found = await until(
    async () => {
      const callout = (await overlay(lab, page))?.callout;
      const one = [...(callout?.buttons ?? []), ...(callout?.links ?? [])].find(
        (each) => !each.disabled && fits(each),
      );
      const still = one && last && same(last, one.box);
      last = one?.box;
      return still && one;
    },
    { what: `${wanted} to press in the callout`, seen: async () => (await overlay(lab, page))?.callout },
  );
  await page.mouse.click(...centre(found.box));
  return found;
}
