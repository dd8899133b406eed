// The request to have an account back. Sent as multipart would carry the copy of an identity card to the server;
// a rehearsal must not, so the form is sent without files: the browser sends the file's name alone.

import { send } from "../forms.mjs";
import { html } from "../html.mjs";
import { classicPage, control, row } from "./shell.mjs";

export function reactivate({ site, url, post }) {
  const { t } = site;
  const { ok, errors } = post ? send("reactivate", post, site) : { errors: {} };
  const text = (name) =>
    html`<input type="text" name="${name}" value="${post?.[name]}" autocomplete="off" />`;
  const button = html`<input type="submit" class="button" value="${t("submitRequest")}" />`;
  const form = html`
    <h1>${t("reactivateTitle")}</h1>
    <p>${t("reactivateText")}</p>
    <form method="post" action="${url.pathname}">
      <table class="form">
        <tbody>
          ${row(t("accountEmail"), text("email"), errors.email)}
          ${row(t("fullName"), text("name"), errors.name)} ${row(t("reactivateWhy"), text("why"), errors.why)}
          ${row(t("idCopy"), html`<input type="file" name="idCopy" accept="image/*,.pdf" />`, errors.idCopy)}
          <tr>
            <td class="label"></td>
            <td>${control(site, button)}</td>
          </tr>
        </tbody>
      </table>
    </form>
  `;
  const received = html`
    <h1>${t("receivedTitle")}</h1>
    <p class="notice">${t("receivedText")}</p>
  `;
  return classicPage(site, {
    here: "reactivate",
    account: false,
    title: t(ok ? "receivedTitle" : "reactivateTitle"),
    body: ok ? received : form,
  });
}
