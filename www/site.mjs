// What every page knows of its visit: where it is, which switches are on, its words and its links.
// The server makes one for its templates, the React app makes the same one from the data in the page.

import { addressOf, placeOf } from "./routes.mjs";
import { written } from "./switches.mjs";

export const ACCOUNT = {
  name: "Lena Marlow",
  first: "Lena",
  last: "Marlow",
  email: "lena@example.org",
  hidden: "l***@example.org",
};
export const CODE = "123456";

const PHRASE = "Deactivate my account";
const WORD = "agree";

export function makeSite({ hostname, port, switches, words }) {
  const place = placeOf(hostname);
  const phrase = switches.word || PHRASE;
  const word = switches.word || WORD;
  return {
    place,
    port,
    switches,
    words,
    gen: switches.gen,
    lang: switches.lang,
    email: switches.member || ACCOUNT.email,
    dir: switches.lang === "ar" ? "rtl" : "ltr",
    phrase,
    word,
    reason: switches.reason || (switches.gen === "2020" ? "select" : "radio"),
    newTab: switches.tab === "new" ? { target: "_blank", rel: "opener" } : {},

    /** A text in the page's language, with {named} values put in. */
    t: (key, values = {}) =>
      (words[key] ?? `⟨${key}⟩`).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),

    /** A link to a view; on another domain, where our cookie isn't sent, it carries the switches along. */
    link(view, { query = {}, hash = "" } = {}) {
      const url = addressOf(view, switches.gen, place, port);
      if (placeOf(url.hostname).domain !== place.domain) url.search = written(switches);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      url.hash = hash;
      return url.href;
    },
  };
}

/** What the form of a kind really accepts: with `reject=phrase`, not what it printed. */
export const expected = (printed, switches) =>
  switches.reject === "phrase" ? printed.toUpperCase() : printed;
