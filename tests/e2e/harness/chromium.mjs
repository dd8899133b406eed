// Chromium, driven over the DevTools protocol: every host is led to the practice site, the unpacked extension is
// installed, the real popup is opened, closed shadow roots are read.

import puppeteer from "puppeteer-core";
import { installed } from "./installed.mjs";
import { until } from "./until.mjs";

export const EXECUTABLE = process.env.CHROME ?? "/usr/bin/chromium";

const flags = (port) => [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-search-engine-choice-screen",
  "--disable-features=AutofillServerCommunication",
  "--ignore-certificate-errors",
  "--force-device-scale-factor=1",
  `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
];

const WORLD = "eyes of the test";

/** What a kept profile needs so that the extension is there from the start, and the last tabs come back. */
const staying = (extension) => [`--load-extension=${extension}`, "--restore-last-session"];

/** The extension that came with the start. */
const idOfLoaded = (browser) =>
  until(async () => [...(await browser.extensions()).keys()][0], { what: "the extension is loaded" });

/** Opens Chromium. What it returns has the same shape as firefox.mjs' answer. */
export async function openChromium({ extension, profile, port, headless, lang, viewport, args = [] }) {
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    headless,
    pipe: true,
    enableExtensions: true,
    // Real browsers keep pages to go back to; so do ours.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    acceptInsecureCerts: true,
    protocolTimeout: 20_000,
    defaultViewport: viewport,
    userDataDir: profile,
    args: [...flags(port), `--lang=${lang}`, ...(profile ? staying(extension) : []), ...args],
    env: { ...process.env, LANGUAGE: lang },
  });
  const sessions = new WeakMap();
  let id = extension && (await installed(browser, extension, profile && (() => idOfLoaded(browser))));

  /** One session of our own for each page, so that puppeteer's own is left in peace. */
  async function sessionOf(page) {
    if (!sessions.has(page)) {
      const cdp = await page.createCDPSession();
      sessions.set(page, { cdp, world: undefined });
    }
    return sessions.get(page);
  }

  async function inWorld(page, use) {
    const session = await sessionOf(page);
    for (let attempt = 0; ; attempt++) {
      try {
        session.world ??= (
          await session.cdp.send("Page.createIsolatedWorld", {
            frameId: page.mainFrame()._id,
            worldName: WORLD,
          })
        ).executionContextId;
        return await use(session.cdp, session.world);
      } catch (error) {
        // The page went on to another document and took our world with it.
        session.world = undefined;
        if (attempt === 2) throw error;
      }
    }
  }

  const isBackground = (target) => target.type() === "service_worker" && target.url().includes(id);

  const done = ({ result, exceptionDetails }) => {
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  };

  return {
    name: "chromium",
    version: (await browser.version()).replace(/^.*\//, ""),
    browser,
    hosts: undefined,
    get extensionId() {
      return id;
    },
    extensionUrl: (path) => `chrome-extension://${id}/${path}`,

    async install(path) {
      return (id = await browser.installExtension(path));
    },

    /** One page back, as the button does. */
    async back(page) {
      const { cdp } = await sessionOf(page);
      const { currentIndex, entries } = await cdp.send("Page.getNavigationHistory");
      await cdp.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex - 1].id });
    },

    newPage: () => browser.newPage(),

    /** Goes to a page of the browser's own. */
    visit: (page, url) => page.goto(url),

    /** Stops the service worker, as the browser does after half a minute of rest. */
    async stopBackground() {
      const worker = browser.targets().find(isBackground);
      await (await worker?.worker())?.close();
      await until(() => !browser.targets().includes(worker), { what: "the service worker has stopped" });
    },

    /** A page of the extension's own, whose APIs the tests may use. */
    async controlPage() {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/manifest.json`);
      return page;
    },

    /** The real popup, as the toolbar opens it. */
    async openPopup(page) {
      const isPopup = (target) => /^chrome-extension:.*\/popup\.html$/.test(target.url().split("?")[0]);
      await page.bringToFront();
      await until(async () => !browser.targets().some(isPopup), { what: "the last popup has closed" });
      const opened = browser.waitForTarget(isPopup, { timeout: 20_000 });
      opened.catch(() => {});
      await (await browser.extensions()).get(id).triggerAction(page);
      return (await opened).asPage();
    },

    /** The extension's closed roots in the page, each with a `call` that runs a function on it in a world apart. */
    roots: (page, selector) =>
      inWorld(page, async (cdp, contextId) => {
        const list = done(
          await cdp.send("Runtime.evaluate", {
            contextId,
            expression: `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => !one.shadowRoot)`,
          }),
        );
        const { result } = await cdp.send("Runtime.getProperties", {
          objectId: list.objectId,
          ownProperties: true,
        });
        const found = [];
        for (const { name, value } of result) {
          if (!/^\d+$/.test(name)) continue;
          const { node } = await cdp.send("DOM.describeNode", {
            objectId: value.objectId,
            depth: 1,
            pierce: true,
          });
          const root = node.shadowRoots?.find((one) => one.shadowRootType === "closed");
          if (!root) continue;
          const { object } = await cdp.send("DOM.resolveNode", {
            backendNodeId: root.backendNodeId,
            executionContextId: contextId,
          });
          found.push({
            call: async (fn, ...args) =>
              done(
                await cdp.send("Runtime.callFunctionOn", {
                  objectId: object.objectId,
                  functionDeclaration: `function () { return (${fn})(this, ...${JSON.stringify(args)}); }`,
                  returnByValue: true,
                  awaitPromise: true,
                }),
              ).value,
          });
        }
        return found;
      }),

    /** Runs a function in a world apart: what the page did to its own globals does not matter there. */
    look: (page, fn, ...args) =>
      inWorld(
        page,
        async (cdp, contextId) =>
          done(
            await cdp.send("Runtime.evaluate", {
              contextId,
              expression: `(${fn})(...${JSON.stringify(args)})`,
              returnByValue: true,
              awaitPromise: true,
            }),
          ).value,
      ),

    /** Saves what is downloaded from now on into a folder, without asking. */
    async downloadTo(downloadPath) {
      const cdp = await browser.target().createCDPSession();
      await cdp.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath });
    },

    /** Bytes that are alive in a page and in the background, after a collection of garbage; and what the page's process holds. */
    async memory(page) {
      const { cdp } = await sessionOf(page);
      const inBackground = await browser.targets().find(isBackground)?.createCDPSession();
      let bytes = 0;
      for (const client of [cdp, inBackground]) {
        await client?.send("HeapProfiler.collectGarbage");
        bytes += (await client?.send("Runtime.getHeapUsage"))?.usedSize ?? 0;
      }
      // A worker that is looked into does not stop.
      await inBackground?.detach();
      const { documents, nodes, jsEventListeners: listeners } = await cdp.send("Memory.getDOMCounters");
      return { bytes, documents, nodes, listeners };
    },

    session: async (page) => (await sessionOf(page)).cdp,
    close: () => browser.close(),
  };
}
