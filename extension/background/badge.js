// The toolbar button says how far the guide in its tab has come: the step as a badge, and in words in its title, which is what a
// screen reader reads. The browser takes both away when the tab goes to another page; the engine there tells its step anew.
import { loadWords } from "../words.js";
import { api } from "./api.js";

const isStep = (number, count) =>
  [number, count].every((value) => Number.isInteger(value) && value > 0 && value < 100) && number <= count;

// The tab may be gone, and a phone's toolbar has no badge.
async function put(tabId, text, title) {
  try {
    await api().action.setBadgeText({ tabId, text });
    await api().action.setTitle({ tabId, title });
  } catch (error) {
    console.warn("Farewell:", error);
  }
}

/** Shows the step that the guide in a tab has come to. */
export async function showStep(tab, { number, count }) {
  if (!isStep(number, count)) return;
  const words = await loadWords();
  const figures = [words.number(number), words.number(count)];
  await put(tab, figures[0], words.message("action_step", figures));
}

/** Takes the step away: the guide is over, or went on elsewhere. */
export async function clearStep(tab) {
  await put(tab, "", (await loadWords()).message("action_title"));
}
