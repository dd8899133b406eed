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

// The answer to `hello`.
let greeted = Promise.resolve();

/**
 * Tells the background something about which `text` says more. `on` hears of a reply about the guide as "heard": the guide
 * as fields in one text, or `null` where none runs; and "gone" when there is nobody left to answer. What the background has laid
 * down for us with the engine is heard at once.
 */
export async function send(on, type, text) {
  const isFirst = type === "hello";
  const told = isFirst && globalThis.__farewellTold;
  // An element of the page may be called so, too.
  if (told?.guide) {
    delete globalThis.__farewellTold;
    on("heard", fieldsOf(told.guide, told.picks));
  }
  const more = { remember: { memory: { text } }, failed: { where: text } }[type] ?? { is: text };
  let reply;
  try {
    const coming = runtime().sendMessage({ type, ...more });
    if (isFirst) greeted = coming;
    reply = await coming;
  } catch {
    on("gone");
    return;
  }
  const { guide, picks } = reply ?? {};
  if (guide !== undefined) on("heard", guide && fieldsOf(guide, picks));
}

const fieldsOf = ({ flow, reason, email, ticked, memory }, picks) =>
  [flow, reason, email, ticked?.join(" "), memory?.text, picks].join("\u001f");

// How many questions the lexicon was asked, and how many in a row had no answer.
let turn = 0;
let misses = 0;
const MOST_MISSES = 10;
const LONGEST_WAIT = 5_000;

/**
 * Asks the lexicon, which is with the background; `on` hears its answer as `type`, nothing where there is none. An answer
 * that comes after a newer question is out of date. Without a lexicon there is no guide: that is a failure to be told.
 */
export async function consult(on, type, text) {
  const mine = ++turn;
  const answer = await ask(type, text);
  // Nothing is shown or filled before it is sure that the guide still runs.
  await greeted.catch(() => {});
  misses = typeof answer === "string" ? 0 : misses + 1;
  if (!isThere()) on("gone");
  else if (misses > MOST_MISSES) globalThis.__farewellFail?.(new Error("The lexicon does not answer"));
  else if (mine === turn) on(type, answer);
}

/** Whether the lexicon knows a word of `text` that makes it worth reading. */
export const matters = (text) => ask("touch", text);

// No answer where the extension has gone, where its background ended just then, or where it takes too long.
const ask = async (type, text) => {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT)));
  try {
    return await Promise.race([runtime().sendMessage({ type, text }), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

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
