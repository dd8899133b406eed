// How much a guided page load may add before it counts as a leak. Chromium's numbers are exact after a collection of garbage, but a
// heap is never quite at rest; Firefox tells only what its processes hold, which swings by some MiB. An engine that stayed behind would be
// more than a MiB a page in either.

const KIB = 1024;

/** The steepest slope of each thing that is counted, per loaded page. */
export const LIMITS = {
  chromium: { bytes: 4 * KIB, documents: 0.05, nodes: 2, listeners: 0.2 },
  firefox: { bytes: 64 * KIB },
};
