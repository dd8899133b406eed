// Keeps the overlay on the page's controls, frame by frame while something moves, and asleep while nothing does. What moves
// wakes it: the engine after each reading and at events, and here the observers of the pointed at. It says `on("frame")` where the
// overlay must be placed anew; the answer is whether something moved.
import { elementOf } from "./read/nodes.js";

// After so many frames without a movement the following sleeps.
const STILL = 3;

export class Follower {
  #on;
  #stage;
  #isStopped = false;
  #isAnew = false;
  #pointed = [];
  #sizes;
  #shifts = [];
  // An observer reports once when it begins: that is no change.
  #isFresh = true;
  #frame = 0;
  #still = 0;

  constructor(stage, on) {
    this.#stage = stage;
    this.#on = on;
    this.#sizes = new ResizeObserver(() => {
      if (!this.#isFresh) this.wake(true);
      this.#isFresh = false;
    });
  }

  /** These are pointed at from now on. */
  point(numbers) {
    this.#pointed = [...numbers];
  }

  /**
   * Follows frame by frame, until nothing has moved for a while; then sleeps until the layout changes. Says "frame" where more
   * than drifting has to be done: for sizes that may have changed (`anew`), and once all has come to rest.
   */
  wake(anew) {
    this.#still = 0;
    this.#isAnew ||= anew;
    if (this.#frame) return;
    this.#stopResting();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  #tick = () => {
    this.#frame = 0;
    if (!document.documentElement) return;
    this.#still = this.#hasMoved() ? 0 : this.#still + 1;
    if (this.#isStopped) return;
    if (this.#still < STILL) this.#frame = requestAnimationFrame(this.#tick);
    else this.#rest();
  };

  #hasMoved() {
    const drifted = this.#isAnew || this.#still === STILL - 1 ? undefined : this.#stage.drift();
    this.#isAnew = false;
    return drifted ?? this.#on("frame");
  }

  stop() {
    this.#isStopped = true;
    this.#stopResting();
    cancelAnimationFrame(this.#frame);
  }

  #rest() {
    this.#isFresh = true;
    // As large as the window; the document itself also grows with every row below.
    this.#sizes.observe(this.#stage.host);
    for (const element of this.#pointed.map(elementOf).filter(Boolean)) {
      this.#sizes.observe(element);
      this.#shifts.push(this.#shift(element));
    }
  }

  #stopResting() {
    this.#sizes.disconnect();
    for (const observer of this.#shifts.splice(0)) observer.disconnect();
  }

  // The observed region is cut down to the element's own box: any shift of it is then a crossing.
  #shift(element) {
    const root = element.ownerDocument;
    const { clientWidth, clientHeight } = root.documentElement;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const inset = [top, clientWidth - right, clientHeight - bottom, left].map(
      (side) => `${-Math.floor(side)}px`,
    );
    let isFirst = true;
    const crossed = () => {
      if (!isFirst) this.wake();
      isFirst = false;
    };
    const observer = new IntersectionObserver(crossed, { root, rootMargin: inset.join(" "), threshold: 1 });
    observer.observe(element);
    return observer;
  }
}
