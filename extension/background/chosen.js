// What an engine is told with the guide: the words that it says, and the colours where the user chose some. The page's process has
// no way to our package but through us. The words of the browser's own language are handed over where none was chosen, or one that
// is no longer ours: to ask the browser for each of them in the page cost a twelfth of the time to the first mark
// (docs/performance.md).
import { sentencesIn } from "../words.js";
import { api } from "./api.js";
import { options } from "./options.js";

// What the overlay says: the guide's sentences, its own, and the names of controls and pages.
const SAID_IN_THE_PAGE = /^(guide|overlay|control|page)_/;

let last = {};

/** Those of the language, or of the browser's own. A reading that failed is not the last word. */
async function wordsIn(language) {
  if (!last.words || last.language !== language) {
    const found = (language ? await sentencesIn(language) : undefined) ?? (await sentencesIn(browsers()));
    if (!found) return {};
    const said = Object.entries(found).filter(([key]) => SAID_IN_THE_PAGE.test(key));
    last = { language, words: Object.fromEntries(said) };
  }
  return last.words;
}

/** The folder of the language that the browser shows us in. */
const browsers = () => api().i18n.getMessage("popup_language").replace("-", "_");

/** The words and, as far as one was chosen, the theme: {words, theme}. */
export async function chosen() {
  const { language, theme } = await options();
  return { words: await wordsIn(language), ...(theme && { theme }) };
}
