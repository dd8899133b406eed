// The address book: two "Delete" buttons that delete an address, never an account.

import { html } from "../html.mjs";
import { ACCOUNT } from "../site.mjs";
import { plainPage } from "./shell.mjs";

const STREETS = ["Rua das Flores 12, 4000-123 Porto", "Avenida da Liberdade 80, 1250-140 Lisboa"];

export function addresses({ site }) {
  const { t } = site;
  return plainPage(site, {
    title: t("addresses"),
    body: html`
      <h1>${t("addresses")}</h1>
      ${STREETS.map(
        (street, n) => html`
          <section class="box">
            <h2>${ACCOUNT.name} ${n === 0 && html`<small>${t("default")}</small>`}</h2>
            <p><bdi>${street}</bdi>, ${t("countryValue")}</p>
            <button type="button">${t("edit")}</button> <button type="button">${t("deleteAddress")}</button>
          </section>
        `,
      )}
      <button type="button">${t("addAddress")}</button>
    `,
  });
}
