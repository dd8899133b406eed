// The index of the rehearsal: every page, state, generation, language and switch, with a link to each.

import { html } from "../html.mjs";
import { addressOf, ROUTES } from "../routes.mjs";
import { LANGUAGES, RESET, SWITCHES, written } from "../switches.mjs";
import { plainPage } from "./shell.mjs";

const LANGUAGE_NAMES = { en: "English", ar: "العربية", ru: "Русский", es: "Español", ja: "日本語" };

const WALKS = [
  ["Deactivate, from the home page, 2024", "home", { gen: "2024" }],
  ["Deactivate, from the home page, 2020", "home", { gen: "2020" }],
  ["Delete, in the Privacy Center", "privacy", {}, "/request/delete"],
  ["Delete, with the code in another host's frame", "privacy", { code: "iframe" }, "/request/delete"],
  ["Delete, blocked by an open order", "privacy", { block: "orders" }, "/request/delete"],
  ["Deactivate, led to the Privacy Center instead", "profile", { profile: "delete" }],
  ["Remove, with a modal dialog", "personal", { dialog: "native" }],
  ["Remove, with a div for a dialog", "personal", { dialog: "div" }],
  ["Deactivate, past an icon that only you can tell", "settings", { icon: "1" }],
  ["Reactivate a deactivated account", "account", { as: "deactivated" }],
  ["An account that the site terminated", "account", { as: "terminated" }],
  ["Signed out, on the way to the profile", "profile", { as: "signed-out" }],
  ["Stopped by a slider on the way", "settings", { trouble: "challenge" }],
  ["A slider over the page itself", "settings", { trouble: "slider" }],
  ["Stopped by a rate limit", "settings", { trouble: "limit" }],
  ["Signed in to another account", "account", { member: "max@example.org" }],
  ["Led in a circle", "account", { loop: "1" }],
  ["A site error", "settings", { trouble: "error" }],
  ["A maintenance page", "settings", { trouble: "maintenance" }],
  ["Before you go: 128 orders, the last year first", "orders", { orders: "128", per: "10", period: "1" }],
  ["600 orders on one page", "orders", { orders: "600" }],
];

/** An address with switches, all others back to their default. */
function fresh(url, switches) {
  const address = new URL(url);
  address.search = new URLSearchParams({ [RESET]: "1", ...switches });
  return address.href;
}

const pageItem = (site) => (route) => {
  const { place, port } = site;
  const address = (gen) => {
    const url = addressOf(route.view, gen, place, port);
    url.pathname = route.path;
    return url.href;
  };
  const generations = route.own ? [] : route.gen ? [route.gen] : ["2024", "2020"];
  const url = new URL(address(route.gen ?? site.gen));
  return html`
    <li>
      <b>${route.page === "other" ? route.view : route.page}</b>
      <code>${url.hostname}${route.path}</code>
      <span>
        ${generations.length === 0 && html`<a href="${url.href}">open</a>`}
        ${generations.map((gen) => html`<a href="${address(gen)}?gen=${gen}">${gen}</a>`)}
        ${route.assumed && html`<small>address assumed</small>`}
      </span>
    </li>
  `;
};

const switchRow = (name, { values, about }) => html`
  <tr>
    <td><code>${name}</code></td>
    <td>
      ${
        Array.isArray(values)
          ? values.map((value) => html`<a href="?${name}=${value}">${value === "" ? "off" : value}</a> `)
          : html`<i>${values}</i>`
      }
    </td>
    <td>${about}</td>
  </tr>
`;

export function rehearsal({ site }) {
  const { link, switches } = site;
  const listed = ROUTES.filter(({ view }) => view !== "index" && view !== "code");
  return plainPage(
    { ...site, lang: "en", dir: "ltr" },
    {
      title: "Farewell: the rehearsal",
      brand: "Farewell",
      body: html`
        <h1>The rehearsal</h1>
        <p class="lead">
          The pages of an AliExpress account, rebuilt from what is known of them, on their real addresses but
          served from this machine. Sign in with any password, press anything: no account is touched. The
          member here is lena@example.org, every code is 123456.
        </p>
        <p class="now">
          Switches on now: <code>${written(switches) || "none"}</code> ·
          <a href="?${RESET}=1">take all back</a> ·
          ${LANGUAGES.map((lang) => html`<a href="?lang=${lang}" lang="${lang}">${LANGUAGE_NAMES[lang]}</a> `)}
        </p>
        <section>
          <h2>Walks</h2>
          <ul class="pages">
            ${WALKS.map(
              ([title, view, turned, hash]) => html`
                <li>
                  <a href="${fresh(link(view, { hash }), { lang: site.lang, ...turned })}">${title}</a>
                </li>
              `,
            )}
          </ul>
        </section>
        <section>
          <h2>Pages</h2>
          <ul class="pages">
            ${listed.map(pageItem(site))}
          </ul>
        </section>
        <section>
          <h2>Switches</h2>
          <p class="lead">Query parameters of any page, remembered until they are taken back.</p>
          <table class="switches">
            <tbody>
              ${Object.entries(SWITCHES).map(([name, rule]) => switchRow(name, rule))}
            </tbody>
          </table>
        </section>
      `,
    },
  );
}
