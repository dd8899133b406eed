// The sign-in form of 2020.

import { send } from "../forms.mjs";
import { html } from "../html.mjs";
import { classicPage, row } from "./shell.mjs";

const wanted = (site, url, fragment = "") =>
  (url.searchParams.get("return_url")?.match(/^https:.*/)?.[0] ?? site.link("account")) + fragment;

export function signin({ site, url, post }) {
  const { t, link, switches } = site;
  const { ok, errors, as } = post ? send("signin", post, site) : { errors: {} };
  if (ok) {
    switches.as = as;
    return { status: 303, headers: { location: wanted(site, url, post.fragment) } };
  }
  return classicPage(site, {
    here: "signin",
    account: false,
    title: t("signIn"),
    body: html`
      <h1>${t("signInTitle")}</h1>
      <form method="post" action="${url.pathname}${url.search}">
        <input type="hidden" name="fragment" value="" />
        <table class="form">
          <tbody>
            ${row(t("email"), html`<input type="text" name="id" id="fm-login-id" value="${post?.id}" />`, errors.id)}
            ${row(
              t("password"),
              html`<input type="password" name="password" id="fm-login-password" />
                <div class="hint">${t("anyPassword")}</div>`,
              errors.password,
            )}
            <tr>
              <td class="label"></td>
              <td>
                <button type="submit" id="fm-login-submit" class="fm-button button">${t("signIn")}</button>
              </td>
            </tr>
          </tbody>
        </table>
      </form>
      <p>
        <a class="fm-sns-item google" href="${link("google", { query: { continue: wanted(site, url) } })}"
          >${t("withGoogle")}</a
        >
      </p>
    `,
  });
}
