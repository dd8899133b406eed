// What an engine is told with the guide: the words that it says, and the colours where the user chose some. The page's process has
// no way to our package but through us. The words of the browser's own language are handed over too: to ask for each of them in the
// page cost a twelfth of the time to the first mark (docs/performance.md).
import { sentencesIn } from "../words.js";
import { api } from "./api.js";
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

/** The folder of the language that the browser shows us in. */
const browsers = () => api().i18n.getMessage("popup_language").replace("-", "_");

/** The words and, as far as one was chosen, the theme: {words, theme}. */
export async function chosen() {
  const { language, theme } = await options();
  return { words: await wordsIn(language || browsers()), ...(theme && { theme }) };
}
