// Every way out, and the way back, walked to its end by a person who only does what the guide points at (walks.mjs);
// and what each way must say, ask or refuse on its way.

import assert from "node:assert/strict";
import test from "node:test";
import {
  assertNoRequests,
  assertUntouched,
  calloutThat,
  choose,
  clickControl,
  eachBrowser,
  leavePopup,
  openPopup,
  overlay,
  pressInOverlay,
  readPopup,
  sayReason,
  start,
  stop,
  tick,
  under,
  until,
} from "./harness.mjs";
import { isEnd, walk } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";
import { reasonOf, titleOf, WALKS } from "./walks.mjs";

const DESTROYS = new Set(["submit", "delete", "confirm-yes", "remove"]);

eachBrowser("every way", (lab) => {
  for (const each of WALKS) {
    // The four whole walks of `deactivate` have a suite of their own.
    if (each.flow === "deactivate" && each.core) continue;
    test(titleOf(each), async () => {
      const { flow, gen, lang = "en", from, hash, switches, answers, handlers, ends = ["done"] } = each;
      lab().practice.clearRequests();
      const first = await lab().open(at(from, { gen, lang, hash, ...switches }));
      await start(lab(), first, flow, { reason: reasonOf(each) });
      const { trail, page } = await walk(lab(), first, { answers, handlers, ends });
      assert.ok(isEnd(ends, trail.at(-1)));
      if (ends.includes("blocked")) {
        assert.ok(
          !trail.at(-1).controls.some((one) => DESTROYS.has(one)),
          "no destructive control is pointed at",
        );
      }
      if (flow === "delete" && !ends.includes("blocked")) {
        // A pressed button is gone before the site's answer is there: for a moment then nothing is pointed at.
        const { step, controls } = trail.findLast(
          ({ state, controls }) => state === "act" && controls.length,
        );
        assert.deepEqual({ step, controls }, { step: "delete-account", controls: ["submit"] });
      }
      await assertUntouched(page);
      assertNoRequests(lab());
      if (!ends.includes("done")) await stop(lab(), page);
      for (const one of new Set([first, page])) await one.close();
    });
  }

  test("deactivate: “release my account” is explained and left alone", async () => {
    const page = await lab().open(at("deactivate", { gen: "2024", release: "1", reason: "select" }));
    await start(lab(), page, "deactivate", { reason: "privacy", email: "lena@example.org" });
    await calloutThat(lab(), page, { page: "deactivate-form", text: /release|delet|erase/i });
    const answer = await page.$$eval("input[name=release]", (all) =>
      all.map((one) => [one.value, one.checked]),
    );
    assert.equal(answer.filter(([, checked]) => checked).length, 1);
    await stop(lab(), page);
    await page.close();
  });

  test("remove: the message, Yes and No are pointed at together, in that order, inside a modal dialog", async () => {
    const page = await lab().open(at("personal"));
    await start(lab(), page, "remove");
    await clickControl(lab(), page, "remove");
    const seen = await calloutThat(lab(), page, {
      page: "remove-dialog",
      control: ["message", "confirm-yes", "confirm-no"],
    });
    assert.equal(seen.host.parent, "dialog");
    assert.deepEqual(
      seen.spotlights.map(({ control }) => control),
      ["message", "confirm-yes", "confirm-no"],
    );
    const [, yes, no] = seen.spotlights;
    assert.equal((await under(lab(), page, yes.box)).text, "Yes");
    assert.equal((await under(lab(), page, no.box)).text, "No");
    await clickControl(lab(), page, "confirm-no");
    await calloutThat(lab(), page, { page: "personal-information", control: "remove" });
    assert.equal((await overlay(lab(), page)).host.parent, "html");
    await assertUntouched(page);
    await stop(lab(), page);
    await page.close();
  });

  test("reactivate: the ID copy is pointed at and never touched", async () => {
    const page = await lab().open(at("reactivate", { as: "deactivated" }));
    await start(lab(), page, "reactivate");
    await calloutThat(lab(), page, { page: "reactivate-form" });
    const filled = await page.$$eval("form input", (all) => all.filter((one) => one.value).length);
    assert.equal(filled, 0, "nothing is filled on this form");
    await stop(lab(), page);
    await page.close();
  });

  test("a terminated account is told apart from a deactivated one", async () => {
    const page = await lab().open(at("closed", { as: "terminated" }));
    await start(lab(), page, "reactivate");
    const seen = await calloutThat(lab(), page, { page: "closed-notice", state: "blocked" });
    assert.ok(!seen.spotlights.length);
    assert.ok(
      seen.callout.links.some(({ href }) => href.startsWith("https://customerservice.aliexpress.com/")),
    );
    await stop(lab(), page);
    await page.close();
  });

  test("delete: wherever it begins, the callout links to the Privacy Center", async () => {
    const page = await lab().open(at("account"));
    await start(lab(), page, "delete");
    const seen = await calloutThat(lab(), page, { page: "my-aliexpress", step: "privacy-center" });
    const [link] = seen.callout.links;
    assert.equal(link.href, "https://privacy.aliexpress.com/home#/request/delete");
    await pressInOverlay(lab(), page, link.text);
    await calloutThat(lab(), page, { control: "delete" });
    await stop(lab(), page);
    await page.close();
  });

  test("stopped by a page that deletes: the switch asks only for what is destroyed beyond, and goes on there", async () => {
    const page = await lab().open(at("profile", { profile: "delete" }));
    await start(lab(), page, "deactivate", { reason: "privacy" });
    await clickControl(lab(), page, "deactivate");
    const stopped = await calloutThat(lab(), page, { state: "blocked" });
    assert.ok(!stopped.spotlights.length);
    const popup = await openPopup(lab(), page);
    await (await popup.waitForSelector("[data-action=switch]", { visible: true })).click();
    await choose(popup, "delete");
    const offered = await readPopup(popup);
    assert.deepEqual(offered.consequences, [{ id: "data", ticked: false }]);
    assert.ok(offered.starts.every(({ disabled }) => disabled));
    assert.match(offered.text, /Offered on this page/);
    await tick(popup, "data");
    await (await popup.waitForSelector("button[data-flow=delete]:not(:disabled)")).click();
    await leavePopup(popup);
    await page.bringToFront();
    await calloutThat(lab(), page, { flow: "delete", control: "delete" });
    await stop(lab(), page);
    await page.close();
  });

  test("the popup recommends by the reason, and says why a private window and what to expect of the review", async () => {
    const page = await lab().open(at("home"));
    const popup = await openPopup(lab(), page);
    await sayReason(popup, "privacy");
    await until(async () => /Fits your reason/.test((await readPopup(popup)).text), {
      what: "a recommendation",
    });
    await choose(popup, "remove");
    await popup.$eval("#private details", (one) => (one.open = true));
    const remove = (await readPopup(popup)).text;
    for (const words of [/private window/i, /Chrome/, /Firefox/, /Safari/]) assert.match(remove, words);
    await choose(popup, "reactivate");
    const back = await readPopup(popup);
    assert.match(back.text, /How long that takes is not known/);
    assert.match(back.text, /black out/i);
    assert.ok(back.links.some(({ href }) => href.startsWith("https://customerservice.aliexpress.com/")));
    await leavePopup(popup);
    await page.close();
  });
});
