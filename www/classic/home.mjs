// The home page of 2020: a shop window; "My AliExpress" stands in the bar on top.

import { html } from "../html.mjs";
import { classicPage } from "./shell.mjs";

export function home({ site }) {
  const { t } = site;
  return classicPage(site, {
    here: "home",
    account: false,
    title: t("home"),
    body: html`
      <h1>${t("welcome")}</h1>
      <ul class="goods">
        ${[1, 2, 3, 4, 5, 6].map(
          (n) => html`
            <li>
              <a href="/item/1005001234567890.html">
                <span class="picture tone${n}" aria-hidden="true"></span>${t(`product${n}`)}
              </a>
              <b>US $${(n * 3.7).toFixed(2)}</b>
            </li>
          `,
        )}
      </ul>
    `,
  });
}
