// A foreign host's sign-in page, from which the visitor comes back signed in.

import { html } from "../html.mjs";
import { ACCOUNT } from "../site.mjs";
import { plainPage } from "./shell.mjs";

export function google({ site, url }) {
  const { t, link } = site;
  const back = new URL(url.searchParams.get("continue")?.match(/^https:.*/)?.[0] ?? link("account"));
  back.searchParams.set("as", "member");
  return plainPage(site, {
    brand: "Sign-in service",
    title: t("signIn"),
    body: html`
      <h1>${t("signIn")}</h1>
      <p>${ACCOUNT.email}</p>
      <p><a class="button" href="${back.href}">${t("continue")}</a></p>
    `,
  });
}
