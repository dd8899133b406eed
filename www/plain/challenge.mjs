// What stands in the way of a visitor who looks like a robot: the slider, and the rate limit that no slider solves.

import { html } from "../html.mjs";
import { placeOf } from "../routes.mjs";
import { plainPage } from "./shell.mjs";

export function limit({ site }) {
  const { t } = site;
  return plainPage(site, {
    title: t("errorTitle"),
    body: html`
      <h1>${t("limit")}</h1>
      <p>${t("limitText")}</p>
    `,
  });
}

/** The address that the visitor came from, if it is one of ours. */
function back(url) {
  try {
    const from = new URL(atob(url.searchParams.get("x5secdata") ?? ""));
    return from.protocol === "https:" && placeOf(from.hostname).site !== undefined ? from.href : "/";
  } catch {
    return "/";
  }
}

/** A check that lies over the page at its own address, as a dialog. */
export const overlaid = ({ site, action }) =>
  plainPage(site, {
    title: site.t("account"),
    scripts: ["challenge"],
    body: html`
      <h1>${site.t("account")}</h1>
      <div class="baxia-dialog" role="dialog" aria-label="${site.t("slide")}">
        <div id="baxia-dialog-content">${slider(site, action)}</div>
      </div>
    `,
  });

const slider = ({ t }, action) => html`
  <h2>${t("slide")}</h2>
  <p>${t("slideText")}</p>
  <form id="challenge-form" method="post" action="${action}">
    <div class="nc-container" id="baxia-punish">
      <span class="nc-text">${t("slide")}</span>
      <span
        id="nc_1_n1z"
        class="nc-handle"
        role="slider"
        tabindex="0"
        aria-label="${t("slide")}"
        aria-valuenow="0"
      ></span>
    </div>
  </form>
`;

export function challenge({ site, url, post }) {
  const { t, switches } = site;
  if (post) {
    switches.trouble = "";
    return { status: 303, headers: { location: back(url) } };
  }
  if (url.searchParams.has("limit")) return limit({ site });
  return plainPage(site, {
    title: t("slide"),
    scripts: ["challenge"],
    body: slider(site, `${url.pathname}${url.search}`),
  });
}
