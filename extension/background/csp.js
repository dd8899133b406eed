// Does this document's policy allow WebAssembly? One pure function over the policies' texts. It only says yes when
// everything is understood: a refused compile fires a `securitypolicyviolation` in the page and posts a report to the
// site, and so does a compile under a report-only policy that would refuse it. Hence both kinds count the same here.
//
// The grammar is that of Content Security Policy Level 3: a header may hold several policies (commas) and be sent
// several times; each policy must allow by itself. Of a directive that stands twice, the first counts.

/**
 * @param {string[]} headers values of Content-Security-Policy and Content-Security-Policy-Report-Only
 * @param {string[]} metas contents of <meta http-equiv="content-security-policy">
 */
export function allowsWasm(headers = [], metas = []) {
  return [...headers, ...metas].every(
    (text) => typeof text === "string" && text.split(",").every(policyAllows),
  );
}

function policyAllows(policy) {
  const directives = new Map();
  for (const token of policy.split(";")) {
    const [name, ...values] = token.split(/[\t\n\f\r ]+/).filter(Boolean);
    if (name === undefined) continue;
    // What is not plain ASCII is not a policy that we understand.
    if (/[^\t\n\f\r\x20-\x7e]/.test(token)) return false;
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, values);
  }
  // WebAssembly is judged by script-src, else by default-src; not by script-src-elem, and not by sandbox or the rest.
  const sources = directives.get("script-src") ?? directives.get("default-src");
  if (!sources) return true;
  return sources.some((source) => /^'(wasm-unsafe-eval|unsafe-eval)'$/i.test(source));
}
