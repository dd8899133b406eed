// Where every page stands: host and path, the page id that Farewell should give it, and the view that draws it.
// Used by the server, by the React app (to move without a reload) and by the index page. Plain data, no imports.
//
// `gen` is set where an address is known of one generation only. `assumed` marks an address that no source names.
// `open` pages can be seen without signing in. `own` views look the same in both generations (folder plain/).

export const ROUTES = [
  { page: "other", view: "home", site: "www", path: "/", open: true },
  { page: "my-aliexpress", view: "account", site: "www", path: "/p/account/index.html", gen: "2024" },
  { page: "my-aliexpress", view: "account", site: "www", path: "/account/index.html" },
  { page: "my-aliexpress", view: "account", site: "home", path: "/index.htm", gen: "2020" },
  { page: "my-aliexpress", view: "account", site: "home", path: "/", gen: "2020" },
  { page: "account-settings", view: "settings", site: "home", path: "/account_settings.htm", gen: "2020" },
  { page: "account-settings", view: "settings", site: "www", path: "/account/setting/index.html" },
  {
    page: "edit-profile",
    view: "profile",
    site: "accounts",
    path: "/user/organization/manage_person_profile.htm",
  },
  {
    page: "deactivate-form",
    view: "deactivate",
    site: "accounts",
    path: "/user/organization/deactive_account.htm",
  },
  {
    page: "goodbye",
    view: "goodbye",
    site: "accounts",
    path: "/user/organization/deactive_success.htm",
    open: true,
    assumed: true,
  },
  {
    page: "personal-information",
    view: "personal",
    site: "www",
    path: "/p/account-center/personal-information.html",
    gen: "2024",
    assumed: true,
  },
  { page: "privacy-center", view: "privacy", site: "privacy", path: "/home", gen: "2024" },
  { page: "privacy-center", view: "privacy", site: "privacy", path: "/", gen: "2024" },
  { page: "signed-out", view: "signin", site: "login", path: "/", open: true },
  { page: "signed-out", view: "signin", site: "login", path: "/buyer.htm", open: true },
  {
    page: "closed-notice",
    view: "closed",
    site: "accounts",
    path: "/user/account/closed_notice.htm",
    open: true,
    assumed: true,
  },
  {
    page: "reactivate-form",
    view: "reactivate",
    site: "accounts",
    path: "/user/account/reactivate_account.htm",
    open: true,
    assumed: true,
  },
  { page: "order-list", view: "orders", site: "trade", path: "/orderList.htm", gen: "2020" },
  { page: "order-list", view: "orders", site: "www", path: "/p/order/index.html", gen: "2024" },
  { page: "order-detail", view: "order", site: "www", path: "/p/order/detail.html", gen: "2024" },
  { page: "dispute-list", view: "disputes", site: "m", path: "/p/refund-dispute/list.html", gen: "2024" },
  { page: "wallet", view: "wallet", site: "www", path: "/p/wallet-ui/index.html", gen: "2024" },
  { page: "coupons", view: "coupons", site: "coupon", path: "/buyer/coupon/listView.htm", gen: "2024" },
  {
    page: "subscriptions",
    view: "subscriptions",
    site: "www",
    path: "/p/edm-setting/index.html",
    gen: "2024",
  },
  {
    page: "data-download",
    view: "download",
    site: "privacy",
    path: "/download",
    gen: "2024",
    assumed: true,
  },
  { page: "addresses", view: "addresses", site: "ilogisticsaddress", path: "/addressList.htm", own: true },
  { page: "challenge", view: "challenge", site: "www", path: "/_____tmd_____/punish", own: true, open: true },
  { page: "other", view: "product", site: "www", path: "/item/1005001234567890.html", own: true, open: true },
  {
    page: "other",
    view: "help",
    site: "customerservice",
    path: "/home/article.html",
    own: true,
    open: true,
    assumed: true,
  },
  { page: "other", view: "index", site: "www", path: "/rehearsal", own: true, open: true },
  { page: "other", view: "russia", site: "ru", path: "/", own: true, open: true },
  { page: "other", view: "russia", site: "ru", path: "/account", own: true, open: true, assumed: true },
  {
    page: "other",
    view: "code",
    site: "passport",
    path: "/mini_code.htm",
    gen: "2024",
    open: true,
    assumed: true,
  },
  { page: "other", view: "google", site: "google", path: "/o/oauth2/auth", own: true, open: true },
];

const LANGUAGE_HOSTS = ["ar", "ru", "es", "ja"];
const DOMAINS = ["aliexpress.com", "aliexpress.us", "aliexpress.ru"];
const OTHERS = { "accounts.google.com": "google", "aliexpress.com.example.org": "lookalike" };

/** What a host name is: which part of the site, on which domain, and whether it is the phone's or a language's. */
export function placeOf(hostname) {
  const domain = DOMAINS.find((name) => hostname === name || hostname.endsWith(`.${name}`));
  if (!domain) return { hostname, domain: hostname, site: OTHERS[hostname] ?? "www" };
  const label = hostname === domain ? "www" : hostname.slice(0, -domain.length - 1);
  if (domain === "aliexpress.ru" && label === "www") return { hostname, domain, site: "ru", lang: "ru" };
  if (LANGUAGE_HOSTS.includes(label)) return { hostname, domain, site: "www", lang: label };
  return { hostname, domain, site: label === "m" ? "www" : label, mobile: label === "m" };
}

/** The route of an address, or undefined. The look-alike host shows the form whatever is asked of it. */
export function routeAt(place, path) {
  if (place.site === "lookalike") return ROUTES.find(({ view }) => view === "deactivate");
  if (path.startsWith("/_____tmd_____/")) return ROUTES.find(({ view }) => view === "challenge");
  return ROUTES.find(
    (route) => route.path === path && (route.site === place.site || (place.mobile && route.site === "m")),
  );
}

/** The host name that a view's link leads to, seen from a place: the visitor's own where that will do. */
function hostOf(site, place) {
  if (site === "google") return "accounts.google.com";
  if (site === "ru") return "aliexpress.ru";
  return site === place.site && place.site !== "ru" ? place.hostname : `${site}.aliexpress.com`;
}

/** The address of a view in a generation, seen from a place. */
export function addressOf(view, gen, place, port = "") {
  const known = ROUTES.filter((route) => route.view === view);
  const route = known.find((one) => one.gen === gen) ?? known.find((one) => !one.gen) ?? known[0];
  return new URL(`https://${hostOf(route.site, place)}${port && `:${port}`}${route.path}`);
}
