// Pages that say the site itself is not well.

import { html } from "../html.mjs";
import { plainPage } from "./shell.mjs";

const failing =
  (status, kind) =>
  ({ site }) => {
    const { t, link } = site;
    return plainPage(site, {
      status,
      title: t(`${kind}Title`),
      body: html`
        <h1>${t(`${kind}Title`)}</h1>
        <p>${t(`${kind}Text`)}</p>
        <p><a href="${link("home")}">${t("backHome")}</a></p>
      `,
    });
  };

export const error = failing(500, "error");
export const maintenance = failing(503, "maintenance");
export const missing = failing(404, "error");
