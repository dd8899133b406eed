// The overlay follows like glue: within one frame and one px, whatever moves what it points at.

import assert from "node:assert/strict";
import test from "node:test";
import { eachBrowser } from "./harness.mjs";
import { CONTROL, follow, framed, guidedOn, pages, profile } from "./harness/hostile.mjs";
import { MOVEMENTS } from "./harness/movements.mjs";

eachBrowser(
  "the overlay follows",
  (lab) => {
    for (const [what, html, act, selector = "#deact"] of MOVEMENTS) {
      test(`${what}: the ring is on its control within a frame`, async () => {
        const tab = await guidedOn(lab(), html.replace("FRAME", framed()), { control: "deactivate" });
        await new Promise((resolve) => setTimeout(resolve, 400));
        const seen = await follow(lab(), tab, act, { selector: selector ?? "#deact" });
        assert.ok(seen.moved > 5 || /size|zoom/.test(what), `the page has moved it: ${seen.moved}`);
        assert.ok(seen.shown, "there is a ring");
        // Of what is cut off the ring marks what is seen, which is no side of the whole.
        if (selector !== null) {
          assert.ok(seen.off <= 1, `off by ${seen.off} px at the end`);
          assert.ok(seen.late <= 1, `${seen.late} frames late`);
        }
      });
    }

    test("through a view transition there is no ring on anything else, and a frame after its end it is right", async () => {
      const tab = await guidedOn(lab(), profile(`<p id="p">${CONTROL}</p>`), { control: "deactivate" });
      const seen = await follow(
        lab(),
        tab,
        () =>
          void document.startViewTransition?.(() => (document.querySelector("#p").style.marginTop = "140px")),
        { frames: 60 },
      );
      assert.ok(seen.late <= 1, `${seen.late} frames late`);
      assert.ok(seen.off <= 1, `off by ${seen.off} px at the end`);
    });
  },
  { pages },
);
