// What the world does to an extension: hosts forbidden, the extension reloaded, storage that is full.

import assert from "node:assert/strict";
import { builtFor } from "../harness.mjs";
import { until } from "./until.mjs";

/** The user's own switch on Chromium's extensions page: on every site as asked for, or only when clicked. */
async function setHostAccess(lab, hostAccess) {
  const page = await lab.open("chrome://extensions");
  await page.evaluate(
    (extensionId, access) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
    lab.extensionId,
    hostAccess,
  );
  await page.close();
}

const allowed = (lab) =>
  lab.inExtension((api) => api.permissions.contains({ origins: api.runtime.getManifest().host_permissions }));

/** Takes the right to AliExpress' pages away, as a user may at any time. */
export async function forbidHosts(lab) {
  if (lab.name === "chromium") await setHostAccess(lab, "ON_CLICK");
  else {
    await lab.inExtension((api) =>
      api.permissions.remove({ origins: api.runtime.getManifest().host_permissions }),
    );
  }
  await until(async () => !(await allowed(lab)), { what: "the hosts are forbidden" });
}

/** Gives it back. */
export async function allowHosts(lab) {
  if (lab.name === "chromium") await setHostAccess(lab, "ON_ALL_SITES");
  else await lab.grant(await lab.inExtension((api) => api.runtime.getManifest().host_permissions));
  await until(() => allowed(lab), { what: "the hosts are allowed" });
}

/** The user's own switch for an extension, off and on again. */
export async function switchOffAndOn(lab) {
  await lab.forgetControl();
  const page = lab.name === "chromium" ? await lab.open("chrome://extensions") : undefined;
  for (const on of [false, true]) {
    if (page) {
      await page.evaluate((id, enabled) => chrome.management.setEnabled(id, enabled), lab.extensionId, on);
    } else await lab.switchExtension(on);
  }
  await page?.close();
  await isBack(lab);
}

/** Without it Chromium does not load an unpacked extension again. */
async function allowDeveloping(lab) {
  const page = await lab.open("chrome://extensions");
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await page.close();
}

/** The extension is installed over itself. */
export async function installAnew(lab) {
  await lab.forgetControl();
  await lab.install(builtFor(lab.name));
  await isBack(lab);
}

/** The extension reloads itself, as after an update: engines in pages lose their way home. */
export async function reloadExtension(lab) {
  if (lab.name === "chromium") await allowDeveloping(lab);
  const asked = lab.inExtension((api) => {
    api.runtime.reload();
    return new Promise(() => {});
  });
  // The page that asked goes down with the extension; that is all the answer there is.
  await assert.rejects(asked, (error) => !/timed out/i.test(error.message));
  await lab.forgetControl();
  await isBack(lab);
}

const isBack = (lab) =>
  until(() => lab.inExtension((api) => Boolean(api.runtime.id)), { what: "the extension is back" });

/** Fills the session's storage to the brim; returns what empties it again. */
export async function fillStorage(lab) {
  await lab.inExtension(async (api) => {
    // Not down to the last byte: there Chromium takes everything and keeps nothing.
    for (let size = 2 ** 22, n = 0; size >= 32 && n < 60; n++) {
      try {
        await api.storage.session.set({ [`__full${n}`]: "x".repeat(size) });
      } catch {
        size /= 2;
      }
    }
  });
  return () =>
    lab.inExtension(async (api) => {
      const keys = Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith("__full"));
      await api.storage.session.remove(keys);
    });
}
