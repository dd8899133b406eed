// What the user has chosen, in `storage.local` under `options`: {language, theme}. What was not chosen is as the browser has it.
import { api } from "./api.js";

const CHOICES = {
  language: (value) => /^[a-z]{2,3}(_[A-Z]{2})?$/.test(value),
  theme: (value) => ["light", "dark"].includes(value),
};

/** Whether an option has that name and may have that value. */
export const isChoice = (name, value) => Boolean(CHOICES[name]?.(value));

/** The choices: `language` is a folder of `_locales/` and `theme` light or dark; what is missing is "as the browser". */
export async function options() {
  try {
    const chosen = (await api().storage.local.get("options")).options ?? {};
    return Object.fromEntries(Object.entries(chosen).filter((entry) => isChoice(...entry)));
  } catch (error) {
    console.warn("Farewell:", error);
    return {};
  }
}

/** Keeps one choice; undefined takes it back. */
export async function choose(name, value) {
  const chosen = { ...(await options()), [name]: value };
  if (value === undefined) delete chosen[name];
  if (Object.keys(chosen).length > 0) await api().storage.local.set({ options: chosen });
  else await api().storage.local.remove("options");
}
