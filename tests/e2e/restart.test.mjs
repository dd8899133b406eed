// The browser closes in the middle of a guide and is started again on the same profile: the guide is over, nothing of it
// is in any page, and the popup says which way it was and where to take it up.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertNothingHere,
  BROWSERS,
  browserTitle,
  calloutThat,
  clickControl,
  launch,
  leavePopup,
  newProfile,
  openPopup,
  overlay,
  readPopup,
  start,
  stop,
  until,
} from "./harness.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

const OVER = /Your guide is over: Deactivate the account/;
const INSTALLED = {
  chromium: { "installed to stay": {} },
  firefox: { "installed to stay": {}, "loaded temporarily, each time": { temporary: true } },
};

/** What the extension holds on the disk and in memory. */
const storage = (lab) =>
  lab.inExtension(async ({ storage: { local, session } }) => ({
    local: await local.get(null),
    session: await session.get(null),
  }));

/** What the popup says on a page, once it says that a guide is over. */
async function saidOver(lab, page) {
  const popup = await openPopup(lab, page);
  const seen = await until(
    async () => {
      const now = await readPopup(popup);
      return OVER.test(now.text) && now;
    },
    { what: "the popup says which guide is over", seen: () => readPopup(popup) },
  );
  await leavePopup(popup);
  return seen;
}

/** Into the middle of a guide; gives what is on the disk there. */
async function halfway(lab) {
  const page = await lab.open(at("account"));
  await start(lab, page, "deactivate", { reason: "privacy", email: OWNER.email });
  await clickControl(lab, page, "account-settings");
  await calloutThat(lab, page, { page: "account-settings", control: "edit-profile" });
  await clickControl(lab, page, "edit-profile");
  await calloutThat(lab, page, { page: "edit-profile", step: "deactivate", control: "deactivate" });
  const { local } = await storage(lab);
  assert.deepEqual(
    local.guided.map(({ flow }) => flow),
    ["deactivate"],
  );
  assert.ok(!JSON.stringify(local).includes(OWNER.email), "nothing personal is on the disk");
  // Chromium opens the last tabs again: the person's, not the test's.
  await lab.forgetControl();
}

async function takenUp(lab) {
  for (const page of await lab.browser.pages()) assert.equal(await overlay(lab, page), undefined);
  const { local, session } = await storage(lab);
  assert.equal(local.guided, undefined, "the note of the guide is off the disk");
  assert.deepEqual(session, { cut: "deactivate" });

  const elsewhere = await saidOver(lab, await lab.open());
  assert.match(elsewhere.text, /open the AliExpress page where you stopped/);
  assert.ok(
    elsewhere.links.some(({ href }) => href === "https://www.aliexpress.com/p/account/index.html"),
    "a link to where the way begins",
  );

  const page = await lab.open(at("profile"));
  await assertNothingHere(lab, page);
  assert.match((await saidOver(lab, page)).text, /go on from this page: choose the same way/);
  await assertNothingHere(lab, page);
  await start(lab, page, "deactivate");
  await calloutThat(lab, page, { page: "edit-profile", step: "deactivate", control: "deactivate" });
  await stop(lab, page);
  const popup = await openPopup(lab, page);
  assert.doesNotMatch((await readPopup(popup)).text, OVER, "it was taken up: that is no news any more");
  await leavePopup(popup);
}

for (const name of BROWSERS) {
  for (const [how, options] of Object.entries(INSTALLED[name])) {
    test(`closed midway and started again, ${how} · ${browserTitle(name)}`, async () => {
      const profile = await newProfile();
      for (const part of [halfway, takenUp]) {
        const lab = await launch(name, { ...options, profile });
        try {
          await part(lab);
        } finally {
          await lab.close();
        }
      }
    });
  }
}
