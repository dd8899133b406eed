// The end-to-end harness: one browser with Farewell in it, on the practice site under AliExpress' own host names.
// `lab` is what everything takes: the browser, the site's log, and the ways to look into both.
//
//   eachBrowser("what it is about", (lab) => { test("…", async () => { … lab() … }) })

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, afterEach, before, describe } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { EXECUTABLE as CHROMIUM, openChromium } from "./harness/chromium.mjs";
import { EXECUTABLE as FIREFOX, openFirefox } from "./harness/firefox.mjs";
import { until } from "./harness/until.mjs";

export * from "./harness/overlay.mjs";
export * from "./harness/popup.mjs";
export * from "./harness/promises.mjs";
export * from "./harness/until.mjs";
export * from "./harness/words.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = resolve(process.env.FAREWELL_DIST ?? join(ROOT, "dist"));
const PRACTICE = process.env.FAREWELL_PRACTICE ?? join(ROOT, "www/server.mjs");
const VIEWPORT = { width: 1280, height: 800 };

export const BROWSERS = (process.env.E2E_BROWSERS ?? "chromium,firefox").split(",");
const OPEN = { chromium: openChromium, firefox: openFirefox };
const EXECUTABLES = { chromium: CHROMIUM, firefox: FIREFOX };

/** Name and version without opening it: "chromium 156.0.8078.79". */
export function browserTitle(name) {
  const said = execFileSync(EXECUTABLES[name], ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return `${name} ${said.match(/\d+(\.\d+)+/)?.[0] ?? "of unknown version"}`;
}

/** The folder of the built extension for a browser. */
export const builtFor = (name) => join(DIST, name === "firefox" ? "firefox" : "chrome");

async function geckoId(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  return manifest.browser_specific_settings?.gecko?.id;
}

/** The package that is uploaded to the stores. */
async function packedFor(name) {
  const kind = name === "firefox" ? "firefox" : "chrome";
  const names = await readdir(DIST);
  return join(
    DIST,
    names.find((one) => one.startsWith("farewell-") && one.endsWith(`-${kind}.zip`)),
  );
}

/** A profile for `launch` that outlives the browser: launched on it again, the browser is the same one later. */
export async function newProfile() {
  const profile = await mkdtemp(join(tmpdir(), "farewell-profile-"));
  process.once("exit", () => rmSync(profile, { recursive: true, force: true }));
  return profile;
}

/**
 * Opens a browser with the extension, and a practice site of its own for it. On a `profile` the extension is installed
 * to stay; in Firefox `temporary` loads it for this time only there too.
 */
export async function launch(name, options = {}) {
  const {
    headless = true,
    lang = "en-US",
    viewport = VIEWPORT,
    extension = builtFor(name),
    install = true,
    profile,
    temporary = false,
  } = options;
  const gecko = name === "firefox" ? await geckoId(extension) : undefined;
  const { startPractice } = await import(pathToFileURL(PRACTICE));
  const practice = await startPractice({ port: 0, quiet: true, pages: options.pages });
  const driver = await OPEN[name]({
    ...options,
    extension: install ? extension : undefined,
    packed: profile && !temporary ? await packedFor(name) : undefined,
    gecko,
    port: practice.port,
    headless,
    lang,
    viewport,
  }).catch(async (error) => {
    await practice.close();
    throw error;
  });
  const [first] = await driver.browser.pages();
  return makeLab(driver, practice, first);
}

function makeLab(driver, practice, first) {
  const ids = new WeakMap();
  let control;

  /** Runs a function in a page of the extension, with its APIs as `api`. */
  async function inExtension(fn, ...args) {
    if (!control || control.isClosed()) control = await driver.controlPage();
    return control.evaluate(`(${fn})(globalThis.browser ?? chrome, ...${JSON.stringify(args)})`);
  }

  return Object.assign(Object.create(driver), {
    practice,
    inExtension,

    /** Lets go of the page that `inExtension` works in: the next call opens a new one. */
    async forgetControl() {
      const page = control;
      control = undefined;
      await page?.close().catch(() => {});
    },

    /** Goes to an address. What the page loads after its document is there, neither the guide nor a test waits for. */
    go: (page, url) => page.goto(url, { waitUntil: "domcontentloaded" }),

    /** A fresh tab, in front. */
    async open(url) {
      const page = await driver.newPage();
      if (url) await this.go(page, url);
      return page;
    },

    /** Where a page is, asked of the page itself: puppeteer loses track over cached pages. */
    urlOf: (page) => driver.look(page, () => location.href),

    /** The browser's own id of a tab: it is the one in front. */
    async tabIdOf(page) {
      if (ids.has(page)) return ids.get(page);
      await inExtension(() => true);
      await page.bringToFront();
      const [own] = [await inExtension(async (api) => (await api.tabs.getCurrent())?.id)];
      const id = await until(
        async () => {
          const active = await inExtension((api) => api.tabs.query({ active: true }));
          return active.length === 1 && active[0].id !== own && active[0].id;
        },
        { what: "the tab in front is known" },
      );
      ids.set(page, id);
      return id;
    },

    /** What the engine in a page says of itself (contract, §5); undefined where none runs, and only there. */
    async status(page) {
      const id = await this.tabIdOf(page);
      const answer = await inExtension(async (api, tab) => {
        try {
          return (await api.tabs.sendMessage(tab, { type: "status" })) ?? null;
        } catch (error) {
          if (/Receiving end does not exist|message port closed/.test(error.message)) return null;
          throw error;
        }
      }, id);
      return answer ?? undefined;
    },

    /** Closes every tab that a test has left open; with them end the guides in them. */
    async tidy() {
      for (const page of await driver.browser.pages()) {
        if (page !== control && page !== first) await page.close().catch(() => {});
      }
    },

    async close() {
      await driver.close();
      await practice.close();
    },
  });
}

/**
 * Describes a group of tests once for each browser; they share one, opened before the first and closed at the end.
 * After each test its tabs are closed, unless `keep` says that the group shares one tab too.
 */
export function eachBrowser(about, define, options = {}) {
  for (const name of BROWSERS.filter((name) => options.browsers?.includes(name) ?? true)) {
    describe(`${about} · ${browserTitle(name)}`, { concurrency: false }, () => {
      let lab;
      before(async () => (lab = await launch(name, options)), { timeout: 60_000 });
      after(() => lab?.close(), { timeout: 20_000 });
      if (!options.keep) afterEach(() => lab?.tidy());
      define(() => lab, name);
    });
  }
}
