// ExtendedCss styles what a text selector finds, and keeps watching.
new globalThis.ExtendedCss({
  cssRules: [
    "a:contains(Account Settings) { outline: 3px solid red !important; }",
    "button:contains(Delete account) { outline: 3px solid red !important; }",
  ],
}).apply();
globalThis.__shows(() => document.querySelector('a[style*="outline"]'));
