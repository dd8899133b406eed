// In the browser: shows corpus pages in frames, mutates them if asked, reads them with the engine's own code, and compares
// what was seen with what the page's head comment expects.

import { element_of as elementOf, sight } from "sight";
import { mutate } from "./mutate.js";

const DESTRUCTIVE = ["deactivate", "delete", "remove", "submit", "confirm-yes"];

/** Judges pages in their order, with the mutations of a seed or as they are. All are loaded at once, which takes most of the time. */
export async function judge(pages, seed) {
  const frames = pages.map(frameOf);
  try {
    await Promise.all(frames.map(({ loaded }) => loaded));
    return frames.map(({ frame }, at) => judgeOne(pages[at], frame.contentDocument, seed));
  } finally {
    for (const { frame } of frames) frame.remove();
  }
}

function frameOf({ html }) {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:absolute;left:8px;top:8px;width:1280px;height:900px;border:0";
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  return { frame, loaded };
}

function judgeOne(page, shown, seed) {
  for (const dialog of shown.querySelectorAll("dialog[data-modal]")) dialog.showModal();
  const expected = Object.entries(page.controls).map(([control, selector]) => [control, find(shown, selector)]);
  if (seed !== undefined) mutate(shown, seed, page.phrase);
  const judged = compare(page, shown, expected);
  if (seed === undefined) return judged;
  const { right, falsely, fills, faults } = judged;
  return { right, falsely, fills, faults };
}

/** The element of a selector; `>>>` steps into a shadow root or a frame. */
function find(root, selector) {
  return selector.split(">>>").reduce((at, part) => {
    const inner = at.shadowRoot ?? at.contentDocument ?? at;
    return inner.querySelector(part.trim()) ?? at;
  }, root);
}

function compare(page, shown, expected) {
  const began = performance.now();
  const json = sight(shown, page.url, page.flow ?? "deactivate", "privacy");
  const ms = performance.now() - began;
  const { view, sighting, instruction } = JSON.parse(json);
  const faults = [];
  if (!page.pages.includes(sighting.page)) faults.push(`page ${sighting.page} instead of ${page.pages.join(" or ")}`);
  for (const [control, element] of expected) {
    const found = sighting.controls.find((each) => each.control === control);
    if (!found) faults.push(`${control} not found`);
    else if (!isSame(elementOf(found.item), element)) faults.push(`${control} is another element`);
  }
  const meant = expected.filter(([control]) => DESTRUCTIVE.includes(control)).map(([, element]) => element);
  // What asks the account back destroys nothing.
  const isHarmless = (control) => control === "submit" && sighting.page === "reactivate-form";
  const isFalse = ({ control, item }) =>
    DESTRUCTIVE.includes(control) &&
    !isHarmless(control) && !meant.some((element) => isSame(elementOf(item), element));
  const falsely = [...sighting.controls, ...instruction.targets].filter(isFalse).map(({ control }) => control);
  const fills = instruction.fills.filter((fill) => !isRightFill(fill, page, expected)).map(({ control }) => control);
  const meantItems = Object.fromEntries(
    expected.map(([control, element]) => [control, view.items.filter(({ id }) => isSame(elementOf(id), element)).map(({ id }) => id)]),
  );
  return { meantItems, faults, falsely: [...new Set(falsely)], fills, ms, view, sighting, instruction, right: faults.length === 0 && falsely.length === 0 };
}

function isSame(found, element) {
  return found && element && (found === element || found.contains(element) || element.contains(found));
}

function isRightFill(fill, page, expected) {
  const field = expected.find(([control]) => control === fill.control)?.[1];
  if (!isSame(elementOf(fill.item), field)) return false;
  return fill.control !== "phrase" || page.phrase === undefined || fill.text === page.phrase;
}
