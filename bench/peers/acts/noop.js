// Nothing: what a content script costs before it does anything.
globalThis.__bench.first = performance.now();
