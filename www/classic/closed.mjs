// The notice of a closed account: closed by its owner, who may ask for it back, or by the site.

import { html } from "../html.mjs";
import { classicPage, control } from "./shell.mjs";

export function closed({ site }) {
  const { t, link, switches } = site;
  const terminated = switches.as === "terminated";
  const kind = terminated ? "terminated" : "closed";
  return classicPage(site, {
    here: "closed",
    account: false,
    title: t(`${kind}Title`),
    body: html`
      <h1>${t(`${kind}Title`)}</h1>
      <p class="notice" role="alert">${t(`${kind}Text`)}</p>
      <p>
        ${
          terminated
            ? html`<a href="${link("help")}">${t("contact")}</a>`
            : control(site, html`<a href="${link("reactivate")}">${t("reactivate")}</a>`)
        }
      </p>
    `,
  });
}
