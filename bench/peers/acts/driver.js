// driver.js highlights one element and shows its popover.
globalThis.driver.js.driver({ animate: false }).highlight({
  element: globalThis.__target,
  popover: { title: "Account Settings", description: "Press it." },
});
globalThis.__shows(() => document.querySelector(".driver-overlay path"));
