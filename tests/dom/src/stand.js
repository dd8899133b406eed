// What the tests need of a page and the product must not have: markup written in one go, scripts of the page's own,
// and a look into closed roots (the page that is tested can't: attachShadow is replaced before it is used).
const roots = [];
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  roots.push(root);
  return root;
};

// The runner writes its results into the same page: ours is the first element of its body.
const page = document.createElement("div");
document.body.prepend(page);

/** Makes `html` the page's content. */
export function show(html) {
  page.innerHTML = html;
}

export const run = (script) => new Function(script)();

export const find = (selector) => document.querySelector(selector);

export const count = (selector) => document.querySelectorAll(selector).length;

const ours = () =>
  roots
    .map((root) => ({ root, host: root.host }))
    .filter(({ root, host }) => host.isConnected && root.querySelector("[part=callout]"));

/** What `script` gives for our own `root` and `host`; `undefined` while there is no overlay. */
export function inOverlay(script) {
  const [found] = ours();
  return found && new Function("root", "host", `return ${script}`)(found.root, found.host);
}

export const overlays = () => ours().length;

// The time of the engine's timers goes on only as a test lets it: frame by frame, or as far as the test says at once. So no test
// waits for it, and a slow machine changes nothing. Animation frames are the browser's own.
const FRAME = 1000 / 60;
const nextFrame = requestAnimationFrame.bind(globalThis);
const begun = performance.now();
let passed = 0;
let last = 0;
const timers = new Map();

const put = (work, delay, every) => {
  timers.set(++last, { due: passed + Math.max(Number(delay) || 0, 0), work, every });
  return last;
};
globalThis.setTimeout = (work, delay, ...args) => put(() => work(...args), delay);
globalThis.setInterval = (work, delay, ...args) => put(() => work(...args), delay, Math.max(delay, 1));
globalThis.clearTimeout = globalThis.clearInterval = (id) => void timers.delete(id);
performance.now = () => begun + passed;

/** Lets the time pass until the next timer that is due by `end`, and runs it; whether there was one. */
function nextTimer(end) {
  const [next] = [...timers]
    .filter(([, { due }]) => due <= end)
    .sort(([, one], [, other]) => one.due - other.due);
  if (!next) return false;
  const [id, { due, work, every }] = next;
  passed = Math.max(passed, due);
  if (every) timers.set(id, { due: due + every, work, every });
  else timers.delete(id);
  work();
  return true;
}

const frame = () => new Promise((resolve) => nextFrame(resolve));

/** So many frames, each with the time that it takes. */
export async function frames(number) {
  for (let left = number; left > 0; left--) {
    await frame();
    const end = passed + FRAME;
    while (nextTimer(end));
    passed = end;
  }
}

/** So many milliseconds at once, with a frame before each timer: for answers, observers and what the timer before has begun. */
export async function pass(milliseconds) {
  const end = passed + milliseconds;
  do await frame();
  while (nextTimer(end));
  passed = Math.max(passed, end);
  await frame();
}

// An engine listens once in the life of a document, whichever stand-in is there by then.
const listeners = [];

const apis = {};

// A sentence says its key and what it is filled with.
const words = new Proxy({}, { get: (_, key) => `${String(key)} $1 $2 $3`.trim() });

/** A stand-in for the extension's API: `said` is what was sent, `tell` sends a message to the tab. */
export const extension = (guide) => extensionNamed("browser", guide);

/** The same under a name: Chromium before 148 has it as `chrome` alone. What the page's elements are named is no API. */
export function extensionNamed(name, guide) {
  const said = [];
  const answers = {
    hello: () => ({ guide: globalThis.stand.guide, words }),
  };
  // An engine keeps what it has found once.
  apis[name] ??= {
    runtime: {},
  };
  Object.defineProperty(globalThis, name, { value: apis[name], configurable: true, writable: true });
  Object.assign(apis[name].runtime, {
    id: "stand-in",
    onMessage: { addListener: (listener) => listeners.push(listener) },
    getManifest: () => ({ version: "0.0.0" }),
    sendMessage: async (message) => {
      said.push(message);
      await globalThis.stand.meanwhile?.(message);
      return answers[message.type]?.(message) ?? { ok: true };
    },
  });
  globalThis.stand = {
    guide: JSON.parse(guide),
    said,
    tell: (message) => {
      let answer;
      for (const listener of listeners) listener(message, {}, (reply) => (answer = reply));
      return answer;
    },
  };
}
