// Which pages are AliExpress: the one place that says so for the manifest and the background. Anything else is
// foreign, look-alikes such as aliexpress.com.example.org included, and nothing of ours ever goes there.

export const domains = ["aliexpress.com", "aliexpress.us", "aliexpress.ru"];

/** Match patterns of the host permission; `*.` covers the domain itself too. */
export const origins = domains.map((domain) => `https://*.${domain}/*`);

/** The one of the domains that an address belongs to; undefined for everything foreign. */
export function domainOf(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:") return undefined;
  return domains.find((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

export const isAliExpress = (address) => domainOf(address) !== undefined;

/** The match pattern that the user must have allowed for this address. */
export const originOf = (address) => {
  const domain = domainOf(address);
  return domain && `https://*.${domain}/*`;
};
