// Pages that belong to neither generation: one column under a plain bar.

import { html } from "../html.mjs";
import { page } from "../page.mjs";

export const plainPage = (site, { title, body, brand = "AliExpress", status, scripts }) =>
  page(site, {
    title,
    skin: "plain",
    status,
    scripts,
    body: html`
      <header class="plain-bar">${brand}</header>
      <main class="plain-main">${body}</main>
    `,
  });
