// Endurance in short: what `npm run soak` asks at length (tests/soak/soak.mjs).

import assert from "node:assert/strict";
import test from "node:test";
import { eachBrowser } from "./harness.mjs";
import { LIMITS } from "../soak/limits.mjs";
import { guidedLoads, killedAtEachStep, leftovers, slopeOf } from "../soak/soak.mjs";
import { WALKS } from "./walks.mjs";

test("a slope is that of most values: an outlier does not bend it, a leak does", () => {
  assert.equal(slopeOf([1, 3, 5, 7]), 2);
  assert.equal(slopeOf([4, 4, 4]), 0);
  assert.equal(slopeOf([9, 4, 4, 4, 4]), 0);
  assert.equal(slopeOf([0, 2, 9, 6]), 2);
});

eachBrowser("endurance", (lab, name) => {
  test("guides that were stopped leave no timer, listener, host or word in storage", async () => {
    assert.deepEqual(await leftovers(lab(), { times: 3 }), { timers: [], listeners: [], stored: [] });
  });

  // So few loads tell nothing of bytes; documents, nodes and listeners are exact in Chromium.
  test(
    "documents, nodes and listeners do not grow with the pages",
    { skip: name !== "chromium" },
    async () => {
      const { slopes } = await guidedLoads(lab(), { loads: 24, looks: 5 });
      for (const what of ["documents", "nodes", "listeners"]) {
        assert.ok(slopes[what] <= LIMITS.chromium[what], `${what} grow by ${slopes[what]} a page`);
      }
    },
  );

  test("the background is killed at each step of a way: the guide goes on to its end", async () => {
    const kills = await killedAtEachStep(
      lab(),
      WALKS.find(({ flow, core }) => flow === "delete" && core),
    );
    assert.ok(kills >= 4, `${kills} steps`);
  });
});
