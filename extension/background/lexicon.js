// The lexicon: what words mean, in all languages at once. It weighs as much as all that the guide needs in a page, and is
// the same for each, so it stays here and is asked. What a page says goes no further, and is forgotten with the answer.
import init, { sieve, touch, words } from "lexicon:glue";
import { api } from "./api.js";

let ready;

/** Loads it, once; where that fails, the next question tries again. */
export function prepare() {
  ready ??= init({ module_or_path: api().runtime.getURL("lexicon.wasm") }).catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

// The browser folds what needs tables of Unicode; Rust does the rest.
const decomposed = (text) => text.normalize("NFKD").toLowerCase();

/** What the engine may ask, by the type of its message. */
const questions = {
  sieve: (text) => sieve(`${text}\0${decomposed(text)}`),
  words,
  touch: (text) => touch(decomposed(text)),
};

/** The answer to a question of that type about `text`. */
export async function consult(type, text) {
  await prepare();
  return questions[type](text);
}
