// A help article that names the controls and has none of them: nothing here should ever be pointed at.

import { html } from "../html.mjs";
import { plainPage } from "./shell.mjs";

export function help({ site }) {
  const { t } = site;
  return plainPage(site, {
    title: t("helpTitle"),
    body: html`
      <h1>${t("helpTitle")}</h1>
      <p>${t("helpText")}</p>
      <h2>${t("wasHelpful")}</h2>
      <button type="button">${t("yes")}</button> <button type="button">${t("no")}</button>
    `,
  });
}
