// What an engine is told of the user's choices, with the guide: the words that it says, where another language than the browser's
// was chosen, and the colours, where they were. The page's process has no way to our package but through us.
import { sentencesIn } from "../words.js";
import { options } from "./options.js";

// What the overlay says: the guide's sentences, its own, and the names of controls and pages.
const SAID_IN_THE_PAGE = /^(guide|overlay|control|page)_/;

let last = {};

async function wordsIn(language) {
  if (last.language !== language) {
    const sentences = Object.entries((await sentencesIn(language)) ?? {});
    last = { language, words: Object.fromEntries(sentences.filter(([key]) => SAID_IN_THE_PAGE.test(key))) };
  }
  return last.words;
}

/** The choices, as far as any was made: {words, theme}. */
export async function chosen() {
  const { language, theme } = await options();
  return { ...(language && { words: await wordsIn(language) }), ...(theme && { theme }) };
}
