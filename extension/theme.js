// Light or dark as the user has chosen it, where they have: the rules of our style sheets that ask the system are told the answer.
import { options } from "./background/options.js";

export async function applyTheme() {
  const { theme } = await options();
  if (!theme) return;
  document.documentElement.style.colorScheme = theme;
  for (const { cssRules } of document.styleSheets)
    for (const rule of cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText === "(prefers-color-scheme: dark)")
        rule.media.mediaText = theme === "dark" ? "all" : "not all";
}
