// A product page.

import { html } from "../html.mjs";
import { plainPage } from "./shell.mjs";

export function product({ site }) {
  const { t, link } = site;
  return plainPage(site, {
    title: t("product1"),
    body: html`
      <h1>${t("product1")}</h1>
      <div class="picture" aria-hidden="true"></div>
      <p>${t("store")}</p>
      <p><b>US $14.80</b></p>
      <button type="button">${t("buyNow")}</button> <button type="button">${t("addToCart")}</button>
      <p><a href="${link("account")}">${t("account")}</a></p>
    `,
  });
}
