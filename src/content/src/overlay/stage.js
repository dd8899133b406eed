// The one element of ours in the page: a host with a closed shadow root. What stands in it is said in Rust; here are
// the few hands that build and measure it, and what keeps it on top.
//
// A manual popover is above every `z-index`; but a modal dialog makes inert what is outside it, popovers too, so while
// one is open the host lives inside it. No node of the page is ever written to.
import { boxOf, elementOf } from "../read/nodes.js";

/** What moves by less, in CSS px, rests. */
const LEAST = 0.25;

/** Where an element is, and how large; zeros where it is gone. */
function sidesOf(element) {
  if (!element?.isConnected) return [0, 0, 0, 0];
  const { left, top, width, height } = boxOf(element);
  return [left, top, width, height];
}

export class Stage {
  #host = document.createElement("div");
  #root = this.#host.attachShadow({ mode: "closed" });
  #source;
  // What drifts along with the controls, where those were, and how far it has drifted.
  #moored;
  #drift = [0, 0];
  #zoom = 1;

  constructor(css, on) {
    this.#host.popover = "manual";
    // A constructed sheet needs no leave of the page's style-src.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.addEventListener("click", (event) => {
      const button = event.isTrusted && event.target.closest("[data-action]");
      if (button) on("action", button.dataset.action);
    });
    this.#root.addEventListener("keydown", (event) => {
      const offers = [...this.#root.querySelectorAll(".offer")];
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!offers.length || !(step || event.key === "Escape")) return;
      event.preventDefault();
      if (!step) return on("action", "unpick");
      const at = offers.indexOf(this.#root.activeElement) + step;
      offers.at(at % offers.length).focus();
    });
    // What is offered may be out of sight: reached by keyboard, it is brought there.
    this.#root.addEventListener("focusin", ({ target }) => {
      if (target.matches(".offer:focus-visible")) this.scrollTo(Number(target.dataset.action.slice(5)));
    });
  }

  get host() {
    return this.#host;
  }

  /** A new element, the last in `parent` or, without one, in the root. */
  add(parent, tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    (parent ?? this.#root).append(element);
    return element;
  }

  /** Sets an attribute, or takes it away where there is no value. */
  set(element, name, value) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }

  write(element, text) {
    element.textContent = text;
  }

  /** Through the CSSOM, which a page's style-src lets pass. */
  style(element, css) {
    element.style.cssText = css;
  }

  /** The window's size, the size of `callout`, the box of each of the controls `numbers` (zeros where it is gone), and of the dialog that holds us. */
  measure(callout, numbers) {
    this.#unzoom();
    const sides = [
      this.#host.clientWidth,
      this.#host.clientHeight,
      callout.offsetWidth,
      callout.offsetHeight,
    ];
    for (const number of numbers) sides.push(...sidesOf(elementOf(number)));
    // Of a dialog's other words as few as possible are to be covered.
    const { parentNode } = this.#host;
    if (parentNode?.localName === "dialog") sides.push(...sidesOf(parentNode));
    return Int32Array.from(sides, Math.round);
  }

  // Boxes are measured in the window's own pixels, whatever zoom the page gives its root.
  #unzoom() {
    const zoom = this.#host.parentNode?.currentCSSZoom ?? 1;
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    this.#host.style.setProperty("--unzoom", 1 / zoom);
  }

  /**
   * From now on the rings drift along with the controls `numbers`, and the callout if it `rides`, within `bounds`: the least and
   * the most to the right, the least and the most down. Without bounds nothing drifts.
   */
  moor(numbers, bounds, rides) {
    this.putBack();
    const parts = [...this.#root.querySelectorAll(rides ? ".ring, .callout" : ".ring")];
    const from = Array.from(numbers, (number) => sidesOf(elementOf(number)));
    this.#moored = bounds.length ? { parts, numbers, from, bounds } : undefined;
  }

  /** Ends the drifting: everything is where the engine put it. */
  putBack() {
    for (const part of this.#moored?.parts ?? []) part.style.transform = "";
    this.#drift = [0, 0];
  }

  /**
   * Drifts to where the controls are now, where all have moved alike: most frames of scrolling need no more. Whether that was
   * any way; undefined where it takes more than drifting. By the `transform` of what has a layer of its own: after any other way
   * to move Chromium paints the whole window again.
   */
  drift() {
    if (!this.#moored || !this.#host.isConnected) return undefined;
    const { parts, numbers, from, bounds } = this.#moored;
    let drift;
    for (let n = 0; n < numbers.length; n++) {
      const [left, top, wide, high] = from[n];
      const [x, y, width, height] = sidesOf(elementOf(numbers[n]));
      drift ??= [x - left, y - top];
      const hasMovedAlike = Math.abs(x - left - drift[0]) < 0.5 && Math.abs(y - top - drift[1]) < 0.5;
      if (!hasMovedAlike || width !== wide || height !== high) return undefined;
    }
    const [right, down] = drift;
    if (right < bounds[0] || right > bounds[1] || down < bounds[2] || down > bounds[3]) return undefined;
    const [before, above] = this.#drift;
    if (Math.abs(right - before) < LEAST && Math.abs(down - above) < LEAST) return false;
    this.#drift = drift;
    for (const part of parts) part.style.transform = `translate(${right}px, ${down}px)`;
    return true;
  }

  /** Makes sure that the host is where it has to be, and shown, in the Tab order next after the control `number`. */
  keepUp(number) {
    const place = [...document.querySelectorAll("dialog:modal")].pop() ?? document.documentElement;
    if (this.#host.parentNode !== place) place.append(this.#host);
    const isOpen = this.#host.matches(":popover-open");
    // Who is to pick a control begins at the first, and is not sent away when the page changes meanwhile.
    if (isOpen && !this.#root.activeElement) this.#root.querySelector(".offer")?.focus();
    // The Tab order is set when the popover opens; whoever is in the callout already is not thrown out for it.
    if (isOpen && (this.#source === number || this.#root.activeElement)) return;
    this.#source = number;
    if (isOpen) this.#host.hidePopover();
    try {
      this.#host.showPopover({ source: elementOf(number) });
    } catch {
      // A source that the browser does not accept (in another frame) is no reason not to show.
      this.#host.showPopover();
    }
  }

  isThere() {
    return this.#host.isConnected;
  }

  scrollTo(number) {
    elementOf(number)?.scrollIntoView({ block: "center" });
  }

  remove() {
    this.#host.remove();
  }
}
