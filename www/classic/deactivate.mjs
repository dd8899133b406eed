// The form of deactive_account.htm: a table, sent as a plain POST, answered with the page again or with goodbye.

import { send } from "../forms.mjs";
import { html } from "../html.mjs";
import { isOn } from "../switches.mjs";
import { reasons } from "./reasons.mjs";
import { classicPage, control, row } from "./shell.mjs";

const NAMES = { email: "_fmu.d._0.e", phrase: "_fmu.d._0.p", reason: "_fmu.d._0.r", release: "_fmu.d._0.re" };

const choice = (name, value, word) => html`
  <input type="radio" name="${name}" id="re-${value}" value="${value}" ${value === "no" && "checked"} />
  <label for="re-${value}">${word}</label>
`;

export function deactivate({ site, url, post }) {
  const { t, phrase, switches } = site;
  const typed = post && Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [field, post[name]]));
  const { ok, errors, as } = typed ? send("deactivate", typed, site) : { errors: {} };
  if (ok) {
    switches.as = as;
    return { status: 303, headers: { location: new URL(site.link("goodbye"), url).href } };
  }

  const short = isOn(switches.v0);
  const text = (field) =>
    html`<input type="text" name="${NAMES[field]}" value="${typed?.[field]}" autocomplete="off" />`;
  const button = html`<input
    type="submit"
    class="button"
    value="${t(short ? "confirm" : "deactivateMine")}"
  />`;
  return classicPage(site, {
    here: "settings",
    title: "Deactivate Account",
    body: html`
      <h1>Deactivate Account</h1>
      <p>${t("deactivateIntro")}</p>
      <form method="post" action="${url.pathname}">
        <table class="form">
          <tbody>
            ${!short && row(t("accountEmail"), text("email"), errors.email)}
            ${!short && row(t("typePhrase", { phrase }), text("phrase"), errors.phrase)}
            ${row(t("reason"), reasons(site, NAMES.reason, typed?.reason), errors.reason)}
            ${
              isOn(switches.release) &&
              row(t("release"), [
                choice(NAMES.release, "yes", t("yes")),
                choice(NAMES.release, "no", t("no")),
              ])
            }
            <tr>
              <td class="label"></td>
              <td>${control(site, button)}</td>
            </tr>
          </tbody>
        </table>
      </form>
    `,
  });
}
