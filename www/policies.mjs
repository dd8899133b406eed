// Content security policies by name, each strict in its own way and each loose enough for the page's own parts:
// nonced scripts, one style sheet, one frame. What AliExpress really sends is not known; Farewell must live with all.

const REPORT = "report-uri /csp-report";

const POLICIES = {
  none: () => ({}),
  "frame-ancestors": () => ({ header: "frame-ancestors 'self'" }),
  upgrade: () => ({ header: "upgrade-insecure-requests" }),
  self: () => ({ header: "script-src 'self'" }),
  "default-none": (nonce) => ({
    header: [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "frame-src https://passport.aliexpress.com:*",
      "form-action 'self' https://*.aliexpress.com:* https://accounts.google.com:*",
      "base-uri 'none'",
    ].join("; "),
  }),
  nonce: (nonce) => ({ header: `script-src 'nonce-${nonce}'; object-src 'none'` }),
  "strict-dynamic": (nonce) => ({ header: `script-src 'nonce-${nonce}' 'strict-dynamic'; base-uri 'none'` }),
  wasm: () => ({ header: "script-src 'self' 'wasm-unsafe-eval'" }),
  eval: () => ({ header: "script-src 'self' 'unsafe-eval'" }),
  "trusted-types": () => ({ header: "require-trusted-types-for 'script'; trusted-types 'none'" }),
  sandbox: () => ({
    header:
      "sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-top-navigation",
  }),
  "report-only-self": () => ({ reportOnly: "script-src 'self'; style-src 'self'" }),
  two: (nonce) => ({ header: [`script-src 'nonce-${nonce}'`, "style-src 'self'; connect-src 'self'"] }),
  meta: (nonce) => ({ meta: `script-src 'nonce-${nonce}'` }),
};

const reporting = (policy) => [policy].flat().map((one) => `${one}; ${REPORT}`);

/** The headers and the <meta> text of a named policy. */
export function policyOf(name, nonce) {
  const { header, reportOnly, meta = "" } = (POLICIES[name] ?? POLICIES.none)(nonce);
  const headers = {};
  if (header) headers["content-security-policy"] = reporting(header);
  if (reportOnly) headers["content-security-policy-report-only"] = reporting(reportOnly);
  return { headers, meta };
}
