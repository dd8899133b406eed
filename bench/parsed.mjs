// How much of our script a document has parsed, from the moment it begins until it is complete and its guide stands: each time
// counts.

import { until } from "../tests/e2e/harness.mjs";
import { at } from "../tests/e2e/harness/practice.mjs";
import { startGuide, statusOf, stopGuide } from "./own.mjs";

/** Under this policy of the page the form runs. */
const POLICY = { wasm: "none", js: "self" };

/** Characters of script that a document under a running guide parses, in one form of a build. */
export async function parsedBytes(lab, call, form) {
  const page = await lab.open(at("settings", { gen: "2020" }));
  const tabId = await lab.tabIdOf(page);
  await startGuide(call, tabId);
  const cdp = await page.createCDPSession();
  let sum = 0;
  cdp.on("Debugger.scriptParsed", ({ url, length }) => {
    if (/^chrome-extension:.*\/engine\./.test(url)) sum += length;
  });
  await cdp.send("Debugger.enable");
  const shown = (control) =>
    until(async () => (await statusOf(call, tabId))?.targets?.[0]?.control === control, {
      what: `the guide points at ${control}`,
    });
  await shown("edit-profile");
  sum = 0;
  await page.goto(at("account", { gen: "2020", csp: POLICY[form], rows: 600 }), { waitUntil: "load" });
  await shown("account-settings");
  const { engine } = await statusOf(call, tabId);
  if (engine !== form) throw new Error(`The ${form} form was to run, and ${engine} did.`);
  await stopGuide(call, tabId);
  await page.close();
  return sum;
}
