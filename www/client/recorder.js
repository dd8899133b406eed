// Runs first on every page and keeps, for the tests, what a guide must never cause: untrusted presses and keys,
// violations of the page's policy, errors. Kept for the tab and the origin, so a page that went by is still told.

(() => {
  const KEY = "__rehearsal";
  const record = { untrusted: [], csp: [], errors: [] };
  try {
    Object.assign(record, JSON.parse(sessionStorage.getItem(KEY) ?? "{}"));
  } catch {
    // A sandboxed page has no storage: then this page alone is told.
  }
  window.__rehearsal = record;

  const note = (list, entry) => {
    record[list].push({ page: location.href, ...entry });
    try {
      sessionStorage.setItem(KEY, JSON.stringify(record));
    } catch {
      // As above.
    }
  };

  for (const type of ["click", "submit", "keydown", "mousedown", "pointerdown"]) {
    window.addEventListener(
      type,
      (event) => event.isTrusted || note("untrusted", { type, target: event.target?.nodeName ?? "window" }),
      true,
    );
  }
  document.addEventListener("securitypolicyviolation", (event) =>
    note("csp", {
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      source: event.sourceFile,
      disposition: event.disposition,
    }),
  );
  window.addEventListener("error", (event) => note("errors", { message: String(event.message) }));
  window.addEventListener("unhandledrejection", (event) => note("errors", { message: String(event.reason) }));
})();
