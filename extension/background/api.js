// The browser's extension API under one name. Read at each use, not at load, so that a test can put a stand-in there.
export const api = () => globalThis.browser ?? globalThis.chrome;

/** Firefox runs WebAssembly in content scripts whatever the page's policy says; Chromium does not. */
export const isFirefox = () => api().runtime.getURL("").startsWith("moz-extension:");
