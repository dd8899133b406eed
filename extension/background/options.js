// What the user has chosen, in `storage.local` under `options`: {language, theme}. What was not chosen is as the browser has it.
import { api } from "./api.js";

const THEMES = ["light", "dark"];
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?$/;

/** The choices: `language` is a folder of `_locales/` and `theme` light or dark; undefined is "as the browser". */
export async function options() {
  let chosen;
  try {
    chosen = (await api().storage.local.get("options")).options;
  } catch (error) {
    console.warn("Farewell:", error);
  }
  return {
    language: LANGUAGE.test(chosen?.language) ? chosen.language : undefined,
    theme: THEMES.includes(chosen?.theme) ? chosen.theme : undefined,
  };
}

/** Keeps one choice; undefined takes it back. */
export async function choose(name, value) {
  const chosen = { ...(await options()), [name]: value };
  for (const key of Object.keys(chosen)) if (chosen[key] === undefined) delete chosen[key];
  if (Object.keys(chosen).length > 0) await api().storage.local.set({ options: chosen });
  else await api().storage.local.remove("options");
}
