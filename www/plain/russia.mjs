// aliexpress.ru, a separate stack: an account page, and no page that deletes, for none is known.

import { html } from "../html.mjs";
import { ACCOUNT } from "../site.mjs";
import { plainPage } from "./shell.mjs";

export function russia({ site }) {
  const { t } = site;
  return plainPage(site, {
    brand: "AliExpress",
    title: t("account"),
    body: html`
      <h1>${t("hello", { name: ACCOUNT.name })}</h1>
      <p>${site.email}</p>
      <ul class="links">
        ${["myOrders", "wallet", "coupons", "settings", "help"].map(
          (word) => html`<li><a href="#${word}">${t(word)}</a></li>`,
        )}
      </ul>
    `,
  });
}
