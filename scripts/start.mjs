// `npm start`: see Farewell work, on a practice site that stands for AliExpress on this machine only; no account is
// touched. With a display it opens a browser of its own with the extension in it. Without one it walks the whole way
// headless and leaves a picture of every step under out/rehearsal/.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, dist, root } from "./lib/places.mjs";
import { Fail, main, run, say, step } from "./lib/shell.mjs";
import * as tools from "./lib/tools.mjs";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";

const hasDisplay = () =>
  process.platform === "linux"
    ? Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    : !process.env.CI;

await main(async () => {
  await setup();
  await build();
  if (hasDisplay()) return openBrowser();
  step("Rehearsal without a display");
  const env = { ...process.env, ...tools.browserEnv() };
  await run(process.execPath, [at("tests", "e2e", "rehearsal.mjs")], {
    cwd: root,
    env,
    next: "npm test -- e2e",
  });
});

async function openBrowser() {
  const { startPractice } = await import("../www/server.mjs");
  const practice = await startPractice({ quiet: true });
  const profile = mkdtempSync(join(tmpdir(), "farewell-start-"));
  step("Practice site and browser");
  try {
    const browser = await launch(practice.port, profile);
    say("  Click Farewell's button in the toolbar (in Chromium behind the puzzle piece) and choose a way.");
    say("  Every page is a rehearsal on this machine. Close the browser to end.");
    await new Promise((resolve) => browser.once("disconnected", resolve));
  } finally {
    await practice.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function launch(port, userDataDir) {
  const { default: puppeteer } = await import("puppeteer-core");
  const common = { headless: false, acceptInsecureCerts: true, defaultViewport: null, userDataDir };
  const chromium = tools.chromium();
  if (chromium) {
    const browser = await puppeteer.launch({
      ...common,
      executablePath: chromium,
      pipe: true,
      enableExtensions: true,
      args: [
        // Every host name leads to the practice site: nothing you do here can reach the real one.
        `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
        ...[
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    });
    await browser.installExtension(join(dist, "chrome"));
    const [page] = await browser.pages();
    await page.goto("https://www.aliexpress.com/");
    return browser;
  }
  const firefox = tools.firefox();
  if (!firefox) throw new Fail("There is neither Chromium nor Firefox.", "npm run setup");
  const browser = await puppeteer.launch({
    ...common,
    browser: "firefox",
    executablePath: firefox,
    extraPrefsFirefox: { "network.dns.forceResolve": "127.0.0.1" },
  });
  await browser.installExtension(join(dist, "firefox"));
  const page = await browser.newPage();
  await page.goto(`https://www.aliexpress.com:${port}/`);
  return browser;
}
