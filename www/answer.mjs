// One request in, one answer out. Decides what a visitor gets: an asset, a form's answer, the sign-in page, the
// notice of a closed account, or the page itself in the generation that the switches name.

import { ASSETS } from "./assets.mjs";
import { appPage } from "./app/page.mjs";
import { CLASSIC } from "./classic/index.mjs";
import { send } from "./forms.mjs";
import { overlaid } from "./plain/challenge.mjs";
import { PLAIN } from "./plain/index.mjs";
import { placeOf, routeAt } from "./routes.mjs";
import { makeSite } from "./site.mjs";
import { cleaned, isOn, turn, written } from "./switches.mjs";

const COOKIE = "rehearsal";
const TYPES = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml" };

const redirect = (location) => ({ status: 303, headers: { location } });

function siteOf(url, cookies, words) {
  const place = placeOf(url.hostname);
  const query = new URLSearchParams(url.search);
  if (place.lang && !query.has("lang")) query.set("lang", place.lang);
  const kept = (cookies ?? "").match(new RegExp(`(?:^|; )${COOKIE}=([^;]*)`))?.[1] ?? "";
  const switches = turn(new URLSearchParams(kept), query);
  return makeSite({ hostname: url.hostname, port: url.port, switches, words: words[switches.lang] });
}

/** The cookie that keeps the switches, for the whole of the domain. */
function remember({ place, switches }) {
  const domain =
    place.domain.startsWith("aliexpress.") && place.site !== "lookalike" ? `; Domain=${place.domain}` : "";
  return `${COOKIE}=${written(switches)}; Path=/; Secure; SameSite=Lax${domain}`;
}

function fieldsOf(asked) {
  const type = asked.headers["content-type"] ?? "";
  if (type.includes("json")) return JSON.parse(asked.body || "{}");
  return Object.fromEntries(new URLSearchParams(asked.body));
}

/** Where an account in this state is sent instead of a page of its own. */
function detour(site, route, url) {
  if (route.open) return undefined;
  const { as } = site.switches;
  if (as === "deactivated" || as === "terminated") return site.link("closed");
  if (as === "member") return undefined;
  return site.link("signin", { query: { return_url: url.href } });
}

/** The view that a visitor is sent to in place of the one asked for. */
function instead({ switches }, { view }) {
  if (view === "settings" && isOn(switches.loop)) return "account";
  return view === "account" && switches.account === "personal" ? "personal" : undefined;
}

function trouble(site, route, url) {
  const kind = site.switches.trouble;
  if (!kind || ["challenge", "index"].includes(route.view)) return undefined;
  if (kind === "challenge") return redirect(punishing(url));
  if (kind === "slider") return overlaid({ site, action: punishing(url) });
  return PLAIN[kind]({ site, url });
}

/** The address at which the slider's answer is taken, and that leads back from there. */
function punishing(url) {
  const punish = new URL("/_____tmd_____/punish", url);
  punish.searchParams.set("x5secdata", btoa(url.href));
  return punish.href;
}

function view(visit) {
  const { site, route } = visit;
  if (route.own) return PLAIN[route.view](visit);
  const classic = (route.gen ?? site.gen) === "2020" && CLASSIC[route.view];
  return classic ? classic(visit) : appPage(visit);
}

function answerPage(asked, url, site) {
  const clean = asked.method === "GET" && cleaned(url);
  if (clean) return redirect(clean.href);
  const route = routeAt(site.place, url.pathname);
  if (!route) return PLAIN.missing({ site, url });
  const elsewhere = trouble(site, route, url);
  if (elsewhere) return elsewhere;
  const away = detour(site, route, url);
  if (away) return redirect(away);
  const other = instead(site, route);
  if (other) return redirect(site.link(other));
  return view({ site, route, url, post: asked.method === "POST" ? fieldsOf(asked) : undefined });
}

export function answer(asked, { files, words }) {
  const url = new URL(asked.path, `https://${asked.headers.host}`);
  if (files.has(url.pathname)) {
    const type = TYPES[url.pathname.split(".").pop()];
    return { status: 200, headers: { "content-type": type }, body: files.get(url.pathname) };
  }
  if (url.pathname === `${ASSETS}hang.png`) return { hang: true };
  if (url.pathname === "/csp-report") return { status: 204 };

  const site = siteOf(url, asked.headers.cookie, words);
  const form = url.pathname.match(/^\/_api\/(\w+)$/)?.[1];
  let given;
  if (form) {
    const result = send(form, fieldsOf(asked), site);
    if (result) site.switches.as = result.as;
    given = {
      status: result ? 200 : 404,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(result),
    };
  } else {
    given = { ...answerPage(asked, url, site), stall: site.switches.stall };
  }
  return {
    ...given,
    headers: { "cache-control": "no-cache", "set-cookie": remember(site), ...given.headers },
  };
}
