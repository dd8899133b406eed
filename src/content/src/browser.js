// The extension's own API, as the few calls that the engine makes. After an update of the extension it is gone while
// this script lives on: its messages throw, and it has no id any more.
const api = () => globalThis.browser ?? globalThis.chrome;

// Kept: where nobody holds it, Chromium makes it anew after each collection of garbage, which takes a millisecond.
let kept;
const runtime = () => (kept ??= api().runtime);

/** Whether the extension is still there; in Firefox, whose scripts go with it, always. */
export const isThere = () => Boolean(runtime()?.id);

/** The ear of the engine that listens in this document, if one does. */
let heard;

/**
 * Tells the background something about which `text` says more. `on` hears of a reply about the guide as "heard": the guide
 * as fields in one text, or `null` where none runs; and "gone" when there is nobody left to answer.
 */
export async function send(on, type, text) {
  const more = { remember: { memory: { text } }, failed: { where: text } }[type] ?? { is: text };
  let reply;
  try {
    reply = await runtime().sendMessage({ type, ...more });
  } catch {
    on("gone");
    return;
  }
  const { guide, picks } = reply ?? {};
  if (guide !== undefined) on("heard", guide && fieldsOf(guide, picks));
}

const fieldsOf = ({ flow, reason, email, ticked, memory }, picks) =>
  [flow, reason, email, ticked?.join(" "), memory?.text, picks].join("\u001f");

/** `on` hears each message to this tab by its type, and what it gives back, JSON, is the reply; and "restored". */
export function listen(on) {
  heard = on;
  runtime().onMessage.addListener(({ type }, _sender, reply) => {
    const answer = on(type);
    if (typeof answer === "string") reply(JSON.parse(answer));
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) on("restored");
  });
}

/** Whether an engine listens already; if so, it asks again whether a guide runs. */
export function again() {
  heard?.("guide");
  return Boolean(heard);
}

/** The words of a key; a name with dashes in it is one with lines there. */
export const message = (key, args) => api()?.i18n?.getMessage(key.replaceAll("-", "_"), args) || key;

export const version = () => runtime().getManifest().version;
