// What the site says when it is done.

import { html } from "../html.mjs";
import { classicPage } from "./shell.mjs";

export function goodbye({ site }) {
  const { t, link, switches } = site;
  const kind = switches.as === "deleted" ? "deleted" : "deactivated";
  return classicPage(site, {
    here: "goodbye",
    account: false,
    title: t(`${kind}Title`),
    body: html`
      <h1>${t(`${kind}Title`)}</h1>
      <p>${t(`${kind}Text`)}</p>
      <p><a href="${link("home")}">${t("backHome")}</a></p>
    `,
  });
}
