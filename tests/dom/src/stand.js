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

export const frames = (number) =>
  new Promise((resolve) => {
    const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : resolve());
    next(number);
  });

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// An engine listens once in the life of a document, whichever stand-in is there by then.
const listeners = [];

/** A stand-in for the extension's API: `said` is what was sent, `tell` sends a message to the tab. */
export function extension(guide) {
  const said = [];
  const answers = {
    hello: () => ({ guide: globalThis.stand.guide }),
  };
  // An engine keeps what it has found once.
  globalThis.browser ??= {
    runtime: {},
    i18n: { getMessage: (key, args) => [key, ...(args ?? [])].join(" ") },
  };
  Object.assign(globalThis.browser.runtime, {
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
