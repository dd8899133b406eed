// An animation of pictures: what a browser reads of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { animate } from "../../scripts/lib/apng.mjs";
import { at } from "../../scripts/lib/places.mjs";

const icon = (size) => readFileSync(at("extension", "icons", `${size}.png`));

test("it begins as its first picture, counts its frames and how long each stands, and numbers them", () => {
  const made = animate([
    { png: icon(32), seconds: 1.5 },
    { png: icon(32), seconds: 2 },
  ]);
  assert.deepEqual(made.subarray(0, 33), icon(32).subarray(0, 33));
  const count = made.indexOf("acTL");
  assert.equal(made.readUInt32BE(count + 4), 2);
  const controls = [made.indexOf("fcTL"), made.lastIndexOf("fcTL")];
  assert.deepEqual(
    controls.map((at) => made.readUInt32BE(at + 4)),
    [0, 1],
  );
  assert.deepEqual(
    controls.map((at) => made.readUInt16BE(at + 24) / made.readUInt16BE(at + 26)),
    [1.5, 2],
  );
  assert.equal(made.readUInt32BE(made.indexOf("fdAT") + 4), 2);
});

test("pictures of two sizes are refused", () => {
  assert.throws(
    () => animate([16, 32].map((size) => ({ png: icon(size), seconds: 1 }))),
    /Picture 2 is of another size/,
  );
});
