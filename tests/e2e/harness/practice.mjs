// Addresses on the practice site by the name of the view, with the site's switches: "the settings page of 2020 in
// Arabic". Each address starts from a clean slate; the site remembers the switches from there on.

import { addressOf, placeOf } from "../../../www/routes.mjs";

const WWW = placeOf("www.aliexpress.com");

/** The address of a practice view: `at("settings", { gen: "2020", lang: "ar" })`. */
export function at(view, { gen = "2024", hash = "", ...switches } = {}) {
  const url = addressOf(view, gen, WWW);
  url.search = new URLSearchParams({ reset: "1", gen, ...switches }).toString();
  url.hash = hash;
  return url.href;
}
