// The net under the engine: what happens in the page when the engine panics, which is a trap that only JavaScript can catch.
import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

const TRAP = new WebAssembly.RuntimeError("unreachable");
let loaded = 0;

/** A guard of its own in a page with an overlay, as `browser` and `chrome` stand there. */
async function pageWith(apis) {
  const seen = { said: [], isOverlayThere: true };
  const host = {
    openOrClosedShadowRoot: { mode: "closed", querySelector: () => ({}) },
    remove: () => (seen.isOverlayThere = false),
  };
  globalThis.document = { querySelectorAll: () => [host] };
  const sendMessage = async (message) => void seen.said.push(message);
  apis({ runtime: { id: "farewell", sendMessage } });
  const { guard } = await import(`../../extension/loader/guard.js?${++loaded}`);
  return { seen, guard };
}

afterEach(() => {
  for (const name of ["document", "browser", "chrome"]) delete globalThis[name];
  delete Object.getPrototypeOf(globalThis).browser;
});

test("an engine that panics leaves no overlay, throws nothing, tells the background, and never runs again", async () => {
  const { seen, guard } = await pageWith((api) => (globalThis.browser = api));
  let runs = 0;
  const { invoke, other } = guard({
    invoke() {
      throw TRAP;
    },
    other: () => ++runs,
  });
  assert.equal(other(), 1);
  assert.equal(invoke(), undefined);
  assert.equal(seen.isOverlayThere, false);
  assert.deepEqual(seen.said, [{ type: "failed", where: "RuntimeError: unreachable" }]);
  assert.equal(other(), undefined);
  assert.equal(invoke(), undefined);
  assert.equal(seen.said.length, 1);
  assert.equal(runs, 1);
});

test("an element of the page that is named browser is not taken for the extension's API", async () => {
  const { seen, guard } = await pageWith((api) => {
    // Where a window has its elements by name: among what the global object inherits.
    Object.getPrototypeOf(globalThis).browser = { localName: "input" };
    globalThis.chrome = api;
  });
  guard({
    invoke() {
      throw TRAP;
    },
  }).invoke();
  assert.equal(seen.isOverlayThere, false);
  assert.equal(seen.said.length, 1);
});
