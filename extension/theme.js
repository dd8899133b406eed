// Light or dark as the user has chosen it, where they have: the rules of our style sheets that ask the system are told the answer.
import { options } from "./background/options.js";

const QUESTION = "(prefers-color-scheme: dark)";
const ANSWERS = { light: "not all", dark: "all" };

const isQuestion = (rule) => rule instanceof CSSMediaRule && rule.media.mediaText === QUESTION;

// Found once: a rule that was told an answer no longer shows that it asks.
let asking;

export async function applyTheme() {
  const { theme } = await options();
  asking ??= [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].filter(isQuestion));
  document.documentElement.style.colorScheme = theme ?? "";
  for (const { media } of asking) media.mediaText = ANSWERS[theme] ?? QUESTION;
}
