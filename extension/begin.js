// What every page of ours begins with: the chosen words and colours first, then its module, compiled while it arrives. The words
// are handed to Rust as a global (src/shell/src/extension.rs): the page is ours alone. Where all fails, the page says so.
import { api } from "./background/api.js";
import { dress } from "./dress.js";
import { applyTheme } from "./theme.js";
import { loadWords } from "./words.js";

/** `module` is a promise of the compiled code, `start` begins it; a page that only shows words has neither. */
export async function begin(module, start, failure = "popup_failed") {
  try {
    await applyTheme();
    const words = (globalThis.farewellWords = await loadWords());
    dress(words);
    await module;
    await start?.();
  } catch (error) {
    console.error(error);
    const words = document.getElementById("failed");
    words.textContent = api().i18n.getMessage(failure);
    words.hidden = false;
  }
}
