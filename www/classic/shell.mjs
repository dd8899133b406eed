// What the 2020 pages share: the bar on top, the red header with its tabs, the menu at the side, and the control
// that the switches make late, never there, or ever new (client/classic.js brings it in).

import { html, raw } from "../html.mjs";
import { page } from "../page.mjs";
import { isOn } from "../switches.mjs";

/** Wraps the control that the page is about. */
export function control({ switches }, markup) {
  const special = switches.late || isOn(switches.never) || switches.churn;
  return special ? html`<template class="slot">${markup}</template>` : markup;
}

/** A link that opens where the switch `tab` says. */
export const newTab = (site) => (site.newTab.target ? raw(' target="_blank" rel="opener"') : "");

/** The control of one page may be any link: the header's, when the page is the home page. */
const onlyOn = (here, view, site, markup) => (here === view ? control(site, markup) : markup);

const topBar = (site, here) => {
  const { t, link, switches } = site;
  const myAliExpress = html`<a data-role="myaliexpress-link" href="${link("account")}"
    >${t("myAliExpress")}</a
  >`;
  return html`
    <div class="top-bar">
      <a class="site-name" href="${link("home")}">AliExpress</a>
      <form class="site-search" role="search">
        <input type="search" placeholder="${t("search")}" aria-label="${t("search")}" />
      </form>
      <span id="nav-user-account">
        ${
          switches.as === "member"
            ? onlyOn(here, "home", site, myAliExpress)
            : html`<a data-role="sign-link" href="${link("signin")}">${t("signInRegister")}</a>`
        }
      </span>
    </div>
  `;
};

const TABS = [
  ["account", "myAliExpress"],
  ["orders", "myOrders"],
  ["wallet", "wallet"],
  ["coupons", "coupons"],
  ["settings", "accountSettings"],
];

const tabs = (site, here) => html`
  <ul class="tab-bar">
    ${TABS.map(([view, word]) => {
      const link = html`<a href="${site.link(view)}">${site.t(word)}</a>`;
      return html`<li class="${view === here ? "current" : ""}">
        ${view === "settings" ? onlyOn(here, "account", site, link) : link}
      </li>`;
    })}
  </ul>
`;

const SIDE = [
  ["orders", "manageOrders"],
  ["disputes", "disputes"],
  ["addresses", "addresses"],
  ["settings", "editSettings"],
  ["help", "help"],
];

const side = (site) => html`
  <ul class="side-menu">
    ${SIDE.map(([view, word]) => html`<li><a href="${site.link(view)}">${site.t(word)}</a></li>`)}
  </ul>
`;

/** A 2020 page. `here` is its view; pages of the account carry the tabs and the side menu. */
export function classicPage(site, { here, title, body, account = true, status }) {
  const { late, never, churn } = site.switches;
  return page(site, {
    title: `${title} - AliExpress`,
    skin: "classic",
    status,
    body: html`
      ${topBar(site, here)} ${account && tabs(site, here)}
      <div class="${account ? "columns" : "single"}">
        ${account && side(site)}
        <div class="content">${body}</div>
      </div>
    `,
    scripts: [["classic", `data-late="${late}" data-never="${never}" data-churn="${churn}"`]],
  });
}

/** A row of a table of fields: its name in one cell, the field and its error in the next. */
export const row = (name, field, error) => html`
  <tr>
    <td class="label">${name}:</td>
    <td>${field} ${error && html`<div class="error" role="alert">${error}</div>`}</td>
  </tr>
`;
