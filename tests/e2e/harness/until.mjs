// Waiting, the only way the end-to-end tests do it: ask again and again until the answer is there or time is up.
// No test sleeps and hopes.

import { setTimeout as pause } from "node:timers/promises";

const EVERY = 25;
const WITHIN = Number(process.env.E2E_WITHIN ?? 12_000);

/**
 * Asks `look` until it answers with something truthy, and returns that. While a page is on its way to the next one
 * `look` may throw; the last error is told when time is up. `what` says in words what was waited for.
 */
export async function until(look, { within = WITHIN, every = EVERY, what = look.toString(), seen } = {}) {
  const deadline = Date.now() + within;
  let last;
  for (;;) {
    try {
      const answer = await look();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      const instead = seen ? `\nSeen instead: ${JSON.stringify(await seen().catch(String))}` : "";
      throw new Error(`Not within ${within} ms: ${what}${instead}`, { cause: last });
    }
    await pause(every);
  }
}

/**
 * Looks again and again, `times` times, whether something happens that must not. A look that fails has seen nothing, so
 * it fails the test: the page has to be there before. Costs its whole time, so keep it short.
 */
export async function never(look, { times = 12, every = 50, what = look.toString() } = {}) {
  for (let n = 0; n < times; n++) {
    const answer = await look();
    if (answer) throw new Error(`Happened, and must not: ${what}: ${JSON.stringify(answer)}`);
    await pause(every);
  }
}
