// `npm run a11y`: axe-core over every screen of the overlay and of our own pages, by the rules of WCAG 2.2 A and AA, in light and
// dark, forced colours, right to left, and 320 px wide. With `own` or `overlay` over those alone. axe can't look into a closed root, so the build is copied with its root open; nothing
// else differs. Ends with 1 where anything is violated.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtFor, launch, ROOT, until } from "../e2e/harness.mjs";
import { FORM, pages, PRIVACY, startOn } from "../e2e/harness/hostile.mjs";
import { speaking } from "../e2e/harness/speaking.mjs";
import { openOwn, OWN, OWN_WINDOWS, overflow, tabsToShow } from "./own.mjs";
import { SCREENS } from "./screens.mjs";

const AXE = join(ROOT, "node_modules/axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const HOST = ":root > :not(head, body), dialog[open] > :last-child";
const LOOKS = {
  light: [{ name: "prefers-color-scheme", value: "light" }],
  dark: [{ name: "prefers-color-scheme", value: "dark" }],
  "forced colours": [{ name: "forced-colors", value: "active" }],
};
const WINDOWS = { "1280 px": { width: 1280, height: 800 }, "320 px": { width: 320, height: 640 } };
const LANGUAGES = { "left to right": "en", "right to left": "ar" };
const CLOSED = /(["'`])open\1,\s*(["'`])closed\2/;

/** A copy of a build with its root open. */
async function openCopy(build, folder) {
  await cp(build, folder, { recursive: true });
  let isOpened = false;
  for (const name of await readdir(folder)) {
    if (!/^engine\..*\.js$/.test(name)) continue;
    const path = join(folder, name);
    const source = await readFile(path, "utf8");
    isOpened ||= CLOSED.test(source);
    await writeFile(path, source.replace(CLOSED, "$1open$1,$2open$2"));
  }
  if (!isOpened) throw new Error("The build names no closed root where tests/a11y/run.mjs looks for it.");
  return folder;
}

async function violationsIn(tab, include) {
  await tab.evaluate(await readFile(AXE, "utf8"));
  const run = (include, rules) =>
    globalThis.axe
      .run(include ? { include: [[include]] } : document, { runOnly: rules, resultTypes: ["violations"] })
      .then(({ violations }) =>
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`,
        ),
      );
  return tab.evaluate(run, include, RULES);
}

/** Runs in the page: whether the callout says something, and what is waited for with it is there. */
const isThere = (host, selector) => {
  const root = document.querySelector(host)?.shadowRoot;
  return Boolean(root?.querySelector("[data-state]") && root.querySelector(selector)?.checkVisibility());
};

async function look(lab, [, { html, address, flow, act, shows }], looks, viewport) {
  const tab = await startOn(lab, html, { address: { FORM, PRIVACY }[address], flow });
  await tab.setViewport(viewport);
  const cdp = await tab.createCDPSession();
  await cdp.send("Emulation.setEmulatedMedia", { features: looks });
  await act?.(tab);
  await until(() => tab.evaluate(isThere, HOST, shows), { what: `${shows} shows in the overlay` });
  const found = await violationsIn(tab, HOST);
  await tab.close();
  return found;
}

async function lookAtOwn(lab, tabs, [, page], features, viewport) {
  const tab = await openOwn(lab, tabs[page.about ?? "plain"], page, { features, viewport });
  const found = await violationsIn(tab);
  const over = await overflow(tab);
  if (over > 0) found.push(`overflow: ${over} px are cut off at the side`);
  await tab.close();
  return found;
}

const only = process.argv[2];

const folder = await mkdtemp(join(tmpdir(), "farewell-a11y-"));
const table = {};
let all = 0;
try {
  for (const [direction, language] of Object.entries(LANGUAGES)) {
    const { extension: build = builtFor("chromium") } = await speaking("chromium", language);
    const extension = await openCopy(build, join(folder, language));
    const lab = await launch("chromium", { extension, pages });
    try {
      const tabs = only === "overlay" ? {} : await tabsToShow(lab);
      const parts = [
        ["overlay", SCREENS, WINDOWS, look],
        ["own", OWN, OWN_WINDOWS, (lab, ...rest) => lookAtOwn(lab, tabs, ...rest)],
      ];
      for (const [part, screens, windows, lookAt] of parts) {
        if (only && only !== part) continue;
        for (const screen of Object.entries(screens)) {
          for (const [looks, features] of Object.entries(LOOKS)) {
            for (const [window, viewport] of Object.entries(windows)) {
              const found = await lookAt(lab, screen, features, viewport);
              all += found.length;
              const row = (table[screen[0]] ??= {});
              row[`${looks}, ${direction}, ${window}`] = found.length;
              for (const one of found) console.log(`${screen[0]}, ${looks}, ${direction}, ${window}: ${one}`);
            }
          }
        }
      }
    } finally {
      await lab.close();
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const [screen, row] of Object.entries(table)) {
  const sum = Object.values(row).reduce((a, b) => a + b, 0);
  console.log(`${screen.padEnd(40)} ${sum} violations in ${Object.keys(row).length} looks`);
}
console.log(`${all} violations`);
process.exitCode = all === 0 ? 0 : 1;
