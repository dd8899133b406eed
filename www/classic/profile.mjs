// The member's profile as a table, seen (#preview-form) or edited (#GroupListForm); the way out stands at its top
// right, in English whatever the page's language.

import { html } from "../html.mjs";
import { ACCOUNT } from "../site.mjs";
import { classicPage, control, newTab, row } from "./shell.mjs";

const FIELDS = [
  ["f", "firstName", ACCOUNT.first],
  ["l", "lastName", ACCOUNT.last],
  ["ad", "address", "Rua das Flores 12"],
  ["c", "city", "Porto"],
  ["z", "zip", "4000-123"],
  ["ph", "phone", "+351 912 000 000"],
];

const seen = ({ t, link, email }) => html`
  <table id="preview-form" class="form">
    <tbody>
      ${row(t("email"), email)} ${row(t("gender"), t("female"))}
      ${FIELDS.map(([, word, value]) => row(t(word), html`<bdi>${value}</bdi>`))}
      ${row(t("country"), t("countryValue"))}
      <tr>
        <td class="label"></td>
        <td><a href="${link("profile", { query: { isEdit: "true" } })}">${t("edit")}</a></td>
      </tr>
    </tbody>
  </table>
`;

const edited = ({ t, link, email }) => html`
  <form id="GroupListForm" method="post" action="${link("profile")}">
    <table class="form">
      <tbody>
        ${row(t("email"), email)}
        ${row(
          t("gender"),
          html`
            <input type="radio" name="_fmu.e._0.g" id="mr" value="mr" /> <label for="mr">${t("male")}</label>
            <input type="radio" name="_fmu.e._0.g" id="ms" value="ms" checked />
            <label for="ms">${t("female")}</label>
          `,
        )}
        ${FIELDS.map(([name, word, value]) =>
          row(t(word), html`<input type="text" name="_fmu.e._0.${name}" value="${value}" />`),
        )}
        ${row(
          t("country"),
          html`<select name="_fmu.e._0.co">
            <option>${t("countryValue")}</option>
          </select>`,
        )}
        <tr>
          <td class="label"></td>
          <td><input type="submit" id="formSubmit" value="${t("save")}" /></td>
        </tr>
      </tbody>
    </table>
  </form>
`;

export function profile({ site, url, post }) {
  const { t, link, switches } = site;
  const away =
    switches.profile === "delete" ? link("privacy", { hash: "/request/delete" }) : link("deactivate");
  return classicPage(site, {
    here: "settings",
    title: t("profile"),
    body: html`
      <div class="top-right">
        ${control(site, html`<a href="${away}" ${newTab(site)}>Deactivate Account</a>`)}
      </div>
      <h1>${t("profile")}</h1>
      ${post && html`<p class="notice">${t("saved")}</p>`}
      ${url.searchParams.get("isEdit") === "true" ? edited(site) : seen(site)}
    `,
  });
}
