// The one source of both manifests: `manifest("chrome")` and `manifest("firefox")`. Each line that asks for something says why
// in short, and docs/permissions.md at length; what is not here is not asked for. There are no content scripts and no
// web-accessible resources: while no guide runs, no page gets anything of ours, and no page can find out that the extension is
// there.
import { readFileSync } from "node:fs";
import { commands } from "./background/commands.js";
import { origins } from "./background/hosts.js";

/** The oldest versions that have all we use. The build writes JavaScript for them (scripts/lib/bundle.mjs). */
export const oldest = {
  // storage.session, scripting by document and a document's lifecycle in webRequest are there.
  chrome: "120",
  // data_collection_permissions is understood, so the person is told at the installation that nothing is collected.
  firefox: "140.0",
  android: "142.0",
};

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

// Our own pages get nothing from anywhere but the package: 'self' reaches its files only.
const policyOfPages = [
  "default-src 'none'",
  // The second source is what WebAssembly needs.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  // Each page reads its WebAssembly module.
  "connect-src 'self'",
].join("; ");

/** @param {"chrome" | "firefox"} browser */
export function manifest(browser) {
  return {
    manifest_version: 3,
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    version,
    default_locale: "en",
    icons: icons(),
    action: {
      default_title: "__MSG_action_title__",
      default_popup: "popup.html",
      default_icon: icons(),
    },
    // Where the page keeps the keyboard's focus to itself, the guide is reached by these.
    commands,
    options_ui: { page: "options.html", open_in_tab: true },
    permissions: [
      // Brings the guide into the one tab where it was started.
      "scripting",
      // Holds the running guide's state in memory until it ends (storage.session), and the user's options.
      "storage",
      // Lets the popup see the address of the tab that it was opened on, to say where the user is.
      "activeTab",
      // Chromium only: reads which scripts a page's policy allows, to choose the form of the engine that causes no
      // violation there. Nothing is blocked or changed. Firefox asks no such question, so it isn't asked for there.
      ...(browser === "chrome" ? ["webRequest"] : []),
    ],
    // The guide follows the user from page to page; nothing outside these hosts is ever read.
    host_permissions: origins,
    content_security_policy: { extension_pages: policyOfPages },
    // One background for normal and private windows; nothing of a private window is written down.
    incognito: "spanning",
    ...only[browser],
  };
}

const icons = () => Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

const only = {
  chrome: {
    background: { service_worker: "background.js" },
    minimum_chrome_version: oldest.chrome,
  },
  firefox: {
    background: { scripts: ["background.js"] },
    browser_specific_settings: {
      gecko: {
        id: "farewell@farewell.example",
        strict_min_version: oldest.firefox,
        // Nothing leaves the browser.
        data_collection_permissions: { required: ["none"] },
      },
      gecko_android: { strict_min_version: oldest.android },
    },
  },
};
