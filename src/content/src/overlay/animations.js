// What moves without an event or a mutation: the browser's own animations, above all those that a script starts.
import { plain } from "../read/nodes.js";
import { elements, holds, rootsFrom } from "./hit.js";

const MOVES = /^(transform|translate|rotate|scale|offset\w*)$/;

/** Whether an animation moves one of the controls by what the browser may do without telling this script. */
export const isAnimated = (numbers) =>
  elements(numbers).some((element) =>
    rootsFrom(element).some(({ root, target }) =>
      (plain(root).getAnimations?.() ?? []).some(
        ({ playState, effect }) =>
          playState === "running" &&
          effect?.target &&
          holds(effect.target, target) &&
          effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => MOVES.test(name))),
      ),
    ),
  );

// How each was when it was asked about last.
const states = new WeakMap();
// Those of style sheets have events.
const isOfScript = (animation) => !("animationName" in animation || "transitionProperty" in animation);

/**
 * Whether an animation of a script's has begun or ended, or was running, since this was asked last: what it moves may lie over
 * a control now. One that never ends counts when it begins.
 */
export function hasStirred() {
  let stirs = false;
  for (const animation of plain(document).getAnimations()) {
    if (!isOfScript(animation)) continue;
    const { playState, effect } = animation;
    const isEndless = effect?.getComputedTiming().endTime === Infinity;
    stirs ||= states.get(animation) !== playState || (playState === "running" && !isEndless);
    states.set(animation, playState);
  }
  return stirs;
}
