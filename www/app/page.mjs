// The 2024 pages as the server sends them: an empty root, the data of the visit, and the React app that fills it.

import { data, page } from "../page.mjs";
import { html } from "../html.mjs";

export function appPage({ site, route }) {
  const { place, port, switches, words } = site;
  const bare = route.view === "code";
  return page(site, {
    title: bare ? site.t("verifyTitle") : "AliExpress",
    skin: "app",
    bare,
    policy: !bare,
    body: html`
      <div id="root"><div class="skeleton"></div></div>
      ${data("visit", { hostname: place.hostname, port, switches, words })}
    `,
    scripts: ["app"],
  });
}
