// Account Settings: three groups of links, "Edit Member Profile" in the first.

import { html } from "../html.mjs";
import { classicPage, control, newTab } from "./shell.mjs";

export function settings({ site }) {
  const { t, link } = site;
  const group = (title, items) => html`
    <div>
      <h4>${title}</h4>
      <ul class="settings-list">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>
    </div>
  `;
  const plain = (word) => html`<a href="#${word}">${t(word)}</a>`;
  const profile = html`<a href="${link("profile")}" ${newTab(site)}>${t("editMemberProfile")}</a>`;
  return classicPage(site, {
    here: "settings",
    title: t("accountSettings"),
    body: html`
      <h1>${t("accountSettings")}</h1>
      <p>${t("email")}: ${site.email}</p>
      <div id="settings-panel">
        ${group(t("myPersonalInformation"), [plain("uploadPhoto"), control(site, profile)])}
        ${group(t("security"), ["changeEmail", "changePassword", "securityQuestion"].map(plain))}
        ${group(t("emailNotifications"), [plain("emailNotifications")])}
      </div>
    `,
  });
}
