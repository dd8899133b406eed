// The document round every page: head, rehearsal banner, the page itself and, for benchmarks, rows of filler.

import { randomBytes } from "node:crypto";
import { ASSETS } from "./assets.mjs";
import { html, raw } from "./html.mjs";
import { policyOf } from "./policies.mjs";
import { isOn } from "./switches.mjs";

const script = (nonce, name, data = "") =>
  html`<script nonce="${nonce}" src="${ASSETS}${name}.js" ${raw(data)}></script>`;

const banner = (site) => html`
  <aside class="rehearsal">
    ${site.t("banner")} <a href="${site.link("index")}">${site.t("bannerLink")}</a>
  </aside>
`;

/** Rows of a long table, as a well-used page has them. */
function filler({ switches, t }) {
  if (!switches.rows) return "";
  const row = (_, n) => html`
    <tr>
      <td><a href="#row-${n}">AE-${100000 + n}</a></td>
      <td>${t(`product${(n % 6) + 1}`)}</td>
      <td><span>US $${(n % 90) + 1}.40</span></td>
      <td><button type="button">${t("copy")}</button> <button type="button">${t("delete")}</button></td>
    </tr>
  `;
  return html`
    <section class="filler">
      <table>
        <thead>
          <tr>
            <th>${t("orderId")}</th>
            <th>${t("orderDetails")}</th>
            <th>${t("total")}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${Array.from({ length: switches.rows }, row)}
        </tbody>
      </table>
    </section>
  `;
}

/**
 * The whole answer for a page. `skin` is the style sheet; `scripts` are names, or [name, attributes];
 * `bare` leaves the banner out (a frame in another page).
 */
export function page(site, { title, body, skin, scripts = [], status = 200, bare = false, policy = true }) {
  const nonce = randomBytes(12).toString("base64");
  const { headers, meta } = policyOf(policy ? site.switches.csp : "", nonce);
  const document = html`<!doctype html>
    <html lang="${site.lang}" dir="${site.dir}">
      <head>
        <meta charset="utf-8" />
        ${meta && html`<meta http-equiv="Content-Security-Policy" content="${meta}" />`}
        ${script(nonce, "recorder")}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${ASSETS}icon.svg" />
        <link rel="stylesheet" href="${ASSETS}${skin}.css" />
      </head>
      <body>
        ${!bare && banner(site)} ${body} ${filler(site)}
        ${scripts.map((one) => script(nonce, ...[one].flat()))}
        ${isOn(site.switches.hang) && html`<img class="hanging" src="${ASSETS}hang.png" alt="" />`}
      </body>
    </html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: `${document}` };
}

/** Data for a page's script; a data block is no script, so no policy forbids it. */
export const data = (id, value) =>
  html`<script id="${id}" type="application/json">
    ${raw(JSON.stringify(value).replaceAll("<", "\\u003c"))}
  </script>`;
