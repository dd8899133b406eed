// Firefox ESR, driven over WebDriver BiDi: every host is led to the practice site by a proxy, the extension is
// installed for the session, its popup opens as a tab (BiDi can't reach the real one), closed shadow roots are read.

import puppeteer from "puppeteer-core";
import { installed } from "./installed.mjs";
import { until } from "./until.mjs";
import { layWire } from "./wire.mjs";

export const EXECUTABLE = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

// Any id will do as long as it is known: Firefox draws a new one for each profile otherwise.
const UUID = "c0ffee00-0000-4000-8000-000000000001";

const prefs = ({ proxy, lang, gecko }) => ({
  "network.proxy.type": 1,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxy,
  "network.proxy.no_proxies_on": "",
  "network.dns.disablePrefetch": true,
  "extensions.webextensions.uuids": JSON.stringify({ [gecko]: UUID }),
  "intl.accept_languages": lang,
  "intl.locale.requested": lang,
  "dom.disable_open_during_load": false,
  "browser.tabs.warnOnClose": false,
  "layout.css.devPixelsPerPx": "1.0",
  // A package of our own build is not signed.
  "xpinstall.signatures.required": false,
});

/** Runs in Firefox' own window: collects garbage everywhere, then asks what the processes of pages and extensions hold. */
async function held() {
  const { Services, Cc, Ci, ChromeUtils } = globalThis;
  for (const request of ["child-gc-request", "child-mmu-request"])
    Services.obs.notifyObservers(null, request);
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
  const { children } = await ChromeUtils.requestProcInfo();
  const ours = children.filter(({ type }) => /^(web|extension)/.test(type));
  return ours.reduce((sum, { memory }) => sum + memory, 0);
}

/** Opens Firefox. What it returns has the same shape as chromium.mjs' answer. */
export async function openFirefox({ extension, packed, profile, gecko, port, headless, lang, viewport }) {
  const wire = await layWire(port);
  // Without a browser at its end the wire must not keep the test's process alive.
  const orClose = async (error) => {
    await wire.close();
    throw error;
  };
  const opening = puppeteer.launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless,
    acceptInsecureCerts: true,
    protocolTimeout: 20_000,
    defaultViewport: viewport,
    userDataDir: profile,
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: prefs({ proxy: wire.port, lang, gecko }),
  });
  const browser = await opening.catch(orClose);

  const send = async (method, params) => (await browser.connection.send(method, params)).result;
  const at = (page) => ({ context: page.mainFrame()._id, sandbox: "eyes" });
  const done = ({ result, exceptionDetails }) => {
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  };
  const href = (page) => page.evaluate(() => location.href);

  /** Puppeteer waits for events that pages of the browser never send: go there without waiting, then ask the page. */
  async function visit(page, url) {
    await send("browsingContext.navigate", { context: page.mainFrame()._id, url, wait: "none" });
    await until(async () => (await href(page)) === url, { what: `Firefox shows ${url}` });
    return page;
  }

  /** Runs an expression in Firefox' own window, with its privileges. */
  async function inBrowser(expression) {
    const { contexts } = await send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const answer = done(
      await send("script.evaluate", {
        target: { context: contexts[0].context },
        awaitPromise: true,
        expression: `(async () => JSON.stringify((await ${expression}) ?? null))()`,
      }),
    );
    return JSON.parse(answer.value);
  }

  /** Installs the package as from a store: it stays in the profile. A temporary add-on goes with the browser. */
  async function installToStay() {
    const there = await inBrowser(`ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs")
      .AddonManager.getAddonByID(${JSON.stringify(gecko)}).then(Boolean)`);
    if (there) return gecko;
    const extensionData = { type: "archivePath", path: packed };
    return (await send("webExtension.install", { extensionData, "moz:permanent": true })).extension;
  }
  let id = extension && (await installed(browser, extension, packed && installToStay).catch(orClose));

  return {
    name: "firefox",
    version: (await browser.version()).replace(/^.*\//, ""),
    browser,
    hosts: wire.hosts,
    get extensionId() {
      return id;
    },
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,

    async install(path) {
      return (id = await browser.installExtension(path));
    },

    /** What the user's "Allow" does in the window that Firefox would open. */
    grant: (origins) =>
      inBrowser(`ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs")
        .ExtensionPermissions.add(${JSON.stringify(id)}, ${JSON.stringify({ permissions: [], origins })},
          WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension)`),

    /** The user's own switch on the page of add-ons. */
    switchExtension: (on) =>
      inBrowser(`ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs")
        .AddonManager.getAddonByID(${JSON.stringify(id)}).then((addon) => addon.${on ? "enable" : "disable"}())
        .then(() => true)`),

    /** One page back, as the button does; puppeteer would wait for events that a cached page never sends. */
    back: (page) => send("browsingContext.traverseHistory", { context: page.mainFrame()._id, delta: -1 }),

    newPage: () => browser.newPage(),

    /** Goes to a page of the browser's own. */
    visit,

    /** Puts the event page to sleep, as Firefox does after half a minute of rest. */
    stopBackground: () =>
      inBrowser(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground({
        ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => true)`),

    /** Saves what is downloaded from now on into a folder, without asking. */
    downloadTo: (destinationFolder) =>
      send("browser.setDownloadBehavior", { downloadBehavior: { type: "allowed", destinationFolder } }),

    async controlPage() {
      return visit(await browser.newPage(), `moz-extension://${UUID}/popup.html?tab=-1`);
    },

    /** The popup's page as a tab of its own, told which tab it is about. */
    async openPopup(_page, tabId) {
      // Made by puppeteer: of a tab that a page opens it misses the event now and then.
      const popup = await visit(await browser.newPage(), `moz-extension://${UUID}/popup.html?tab=${tabId}`);
      return popup;
    },

    async roots(page, selector) {
      const list = done(
        await send("script.evaluate", {
          target: at(page),
          awaitPromise: false,
          expression: `[...document.querySelectorAll(${JSON.stringify(selector)})]`,
          serializationOptions: { includeShadowTree: "all", maxDomDepth: 0 },
        }),
      );
      return list.value
        .map(({ value }) => value?.shadowRoot)
        .filter((root) => root?.value?.mode === "closed")
        .map((root) => ({
          call: async (fn, ...args) => {
            const answer = done(
              await send("script.callFunction", {
                target: at(page),
                awaitPromise: true,
                functionDeclaration: `async (root) => JSON.stringify((await (${fn})(root, ...${JSON.stringify(args)})) ?? null)`,
                arguments: [{ sharedId: root.sharedId }],
              }),
            );
            return JSON.parse(answer.value);
          },
        }));
    },

    async look(page, fn, ...args) {
      const answer = done(
        await send("script.evaluate", {
          target: at(page),
          awaitPromise: true,
          expression: `Promise.resolve((${fn})(...${JSON.stringify(args)})).then((one) => JSON.stringify(one ?? null))`,
        }),
      );
      return JSON.parse(answer.value);
    },

    /** The fewest bytes that the processes of pages and of the extension hold, while they let go of what they can. */
    async memory() {
      const looks = [];
      for (let n = 0; n < 3; n++) looks.push(await inBrowser(`(${held})()`));
      return { bytes: Math.min(...looks) };
    },

    session: async () => undefined,
    async close() {
      await browser.close();
      await wire.close();
    },
  };
}
