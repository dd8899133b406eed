// The extension's own pages as a person meets them: each step of the popup, the options, the first page. Each is opened, brought
// into its state, and looked at in every look and window.

import { start, until } from "../e2e/harness.mjs";
import { at } from "../e2e/harness/practice.mjs";

/** Waits until what `selector` names shows. */
export const shows = (selector) => (tab) => tab.waitForSelector(selector, { visible: true });

const next = async (tab, times) => {
  await tab.click("[data-choose=delete]");
  for (let n = 0; n < times; n++) await tab.click("[data-action=next]:enabled");
};

/** What is looked at: the page, and what is done there first. */
export const OWN = {
  "popup: the ways": { path: "popup.html" },
  "popup: why": {
    path: "popup.html",
    async act(tab) {
      await next(tab, 1);
      await tab.click("[name=reason][value=security]");
    },
  },
  "popup: what to know": {
    path: "popup.html",
    async act(tab) {
      await next(tab, 2);
      await tab.click("[data-consequence=access]");
    },
  },
  "popup: the e-mail": {
    path: "popup.html",
    async act(tab) {
      await next(tab, 3);
      await tab.type("[name=email]", "ana@");
      await tab.keyboard.press("Tab");
    },
  },
  "popup: what to expect of the way back": {
    path: "popup.html",
    async act(tab) {
      await tab.click("[data-choose=reactivate]");
      await tab.click("[data-action=next]:enabled");
    },
  },
  "popup: on the phone": {
    path: "popup.html",
    act: (tab) => tab.$eval("#qr", (code) => (code.closest("details").open = true)),
  },
  "popup: in the midst of the way": { path: "popup.html", about: "guided", act: shows("#running") },
  "popup: a page's skeleton": {
    path: "popup.html",
    about: "guided",
    async act(tab) {
      await shows("#running")(tab);
      await tab.$eval("#diagnosis", (fold) => (fold.open = true));
      await tab.click("[data-action=skeleton]");
      await shows("#skeleton")(tab);
    },
  },
  "popup: on another site": { path: "popup.html", about: "foreign" },
  "popup: after a guide that was cut short": {
    path: "popup.html",
    session: { cut: "deactivate" },
    act: shows("#cut"),
  },
  options: { path: "options.html" },
  "first page": { path: "welcome.html" },
};

/** 320 × 256 is what a window of 1280 × 1024 has at 400 %. */
export const OWN_WINDOWS = {
  "372 px": { width: 372, height: 600 },
  "320 px, 400 %": { width: 320, height: 256 },
};

/** The tabs that our pages can be about: one of the account, one in which a guide runs, one of another site. */
export async function tabsToShow(lab) {
  const plain = await lab.open(at("settings"));
  const guided = await lab.open(at("profile"));
  await start(lab, guided, "deactivate", { reason: "privacy" });
  await until(async () => (await lab.status(guided))?.page, { what: "the guide has read its page" });
  const foreign = await lab.open("https://aliexpress.com.example.org/");
  return {
    plain: await lab.tabIdOf(plain),
    guided: await lab.tabIdOf(guided),
    foreign: await lab.tabIdOf(foreign),
  };
}

/** Opens one of them for a tab, in its state. */
export async function openOwn(lab, tabId, { path, act, session = {} }, { viewport, features }) {
  // What was chosen before would still be chosen.
  await lab.inExtension(async (api, session) => {
    await api.storage.session.remove(["draft", "cut"]);
    await api.storage.session.set(session);
  }, session);
  const tab = await lab.newPage();
  await tab.setViewport(viewport);
  const cdp = await tab.createCDPSession();
  // A button that is half-way from one colour to the other has neither's contrast.
  const still = { name: "prefers-reduced-motion", value: "reduce" };
  await cdp.send("Emulation.setEmulatedMedia", { features: [...features, still] });
  await tab.goto(lab.extensionUrl(`${path}?tab=${tabId}`));
  await tab.waitForSelector("h1:not(:empty)", { visible: true });
  await act?.(tab);
  return tab;
}

/** By how much a page, or a step of the popup, is wider than what shows it. */
export const overflow = (tab) =>
  tab.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll(".step:not([hidden])")];
    return Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
