// The toolbar's popup, used as a person uses it: choose a way, tick what it costs, say why, start; or stop.

import assert from "node:assert/strict";
import { until } from "./until.mjs";

const DESTROYS = ["data", "access", "orders", "disputes", "balance"];

/** The consequences to tick before each way may start (contract, §2). */
export const CONSEQUENCES = {
  prepare: [],
  deactivate: DESTROYS,
  delete: DESTROYS,
  remove: DESTROYS,
  reactivate: [],
};

/** Opens the popup for a page and waits until it has something to say. */
export async function openPopup(lab, page) {
  const popup = await lab.openPopup(page, await lab.tabIdOf(page));
  await until(
    () => popup.evaluate(() => document.readyState === "complete" && document.body.innerText.trim() !== ""),
    {
      what: "the popup shows words",
    },
  );
  return popup;
}

/** What the popup shows now, as plain data. */
export const readPopup = (popup) =>
  popup.evaluate(() => {
    const shown = (element) => element.checkVisibility();
    const start = [...document.querySelectorAll("button[data-flow]")].filter(shown);
    return {
      text: document.body.innerText.replace(/\s+/g, " ").trim(),
      dir: getComputedStyle(document.body).direction,
      ways: [...document.querySelectorAll("[data-choose]")].filter(shown).map((one) => one.dataset.choose),
      consequences: [...document.querySelectorAll("input[data-consequence]")]
        .filter((one) => shown(one) || (one.labels[0] && shown(one.labels[0])))
        .map((one) => ({ id: one.dataset.consequence, ticked: one.checked })),
      starts: start.map((one) => ({ flow: one.dataset.flow, disabled: one.disabled, text: one.innerText })),
      stop: [...document.querySelectorAll("button[data-action=stop]")].some(shown),
      reasons: [...document.querySelectorAll("[name=reason]")].flatMap((one) =>
        one.options ? [...one.options].map(({ value }) => value) : [one.value],
      ),
      links: [...document.querySelectorAll("a[href]")]
        .filter(shown)
        .map((one) => ({ text: one.innerText, href: one.href })),
    };
  });

/** Presses what a selector names, where a person would: on the control, or on its label. */
async function press(popup, selector) {
  const control = await popup.waitForSelector(selector, { timeout: 5000 });
  const seen = await control.evaluateHandle((one) =>
    one.checkVisibility() && one.getBoundingClientRect().width > 4 ? one : (one.labels?.[0] ?? one),
  );
  await seen.asElement().click();
}

export async function choose(popup, flow) {
  await press(popup, `[data-choose="${flow}"]`);
  await until(async () => (await readPopup(popup)).starts.some((one) => one.flow === flow), {
    what: `${flow} is chosen`,
    seen: () => readPopup(popup),
  });
}

export async function tick(popup, consequence) {
  await press(popup, `input[data-consequence="${consequence}"]`);
}

export async function sayReason(popup, reason) {
  const kind = await popup.$eval("[name=reason]", (one) => one.localName);
  if (kind === "select") return popup.select("select[name=reason]", reason);
  return press(popup, `[name=reason][value="${reason}"]`);
}

/** Fills the popup and presses Start. `leave` names consequences to leave unticked. */
export async function fillPopup(popup, flow, { reason, email, leave = [] } = {}) {
  await choose(popup, flow);
  for (const id of CONSEQUENCES[flow]) if (!leave.includes(id)) await tick(popup, id);
  if (reason) await sayReason(popup, reason);
  if (email) {
    await popup.click("input[name=email]");
    await popup.keyboard.type(email);
  }
}

/** Starts a guide in a page's tab, all the way from the toolbar; `onReady` sees the popup just before. */
export async function start(lab, page, flow, options = {}) {
  const popup = await openPopup(lab, page);
  await fillPopup(popup, flow, options);
  const ready = await until(
    async () => {
      const seen = await readPopup(popup);
      return seen.starts.some((one) => one.flow === flow && !one.disabled) && seen;
    },
    { what: `Start for ${flow} is enabled`, seen: () => readPopup(popup) },
  );
  await options.onReady?.(popup);
  await press(popup, `button[data-flow="${flow}"]`);
  await until(async () => popup.isClosed() || (await started(lab, page)), { what: "the guide has started" });
  await leavePopup(popup);
  await page.bringToFront();
  return ready;
}

const started = async (lab, page) => (await lab.status(page)) !== undefined;

/** Stops the guide from the toolbar. */
export async function stop(lab, page) {
  const popup = await openPopup(lab, page);
  await press(popup, "button[data-action=stop]");
  await until(async () => popup.isClosed() || !(await started(lab, page)), { what: "the guide has stopped" });
  await leavePopup(popup);
  await page.bringToFront();
}

/** Closes the popup if it has not closed by itself. */
export async function leavePopup(popup) {
  if (!popup.isClosed()) await popup.close().catch(() => {});
}

/** The popup must not let a guide start: no enabled Start, and words that say why. */
export async function assertCantStart(popup) {
  const seen = await readPopup(popup);
  assert.ok(
    seen.starts.every((one) => one.disabled),
    `a guide could start: ${JSON.stringify(seen)}`,
  );
  return seen;
}
