// Which modal dialog of a document lies on top: it makes all else inert, so neither what is read nor what we show may be
// outside it. The browser tells by nothing in the tree which was opened last.
import { documentOf, plain, rootOf, trees } from "./nodes.js";

// Those that were open before, the last opened last.
let order = [];

/** The modal dialog of `page` that was opened last, in its shadow roots too; undefined where none is open. */
export function topModal(page) {
  const own = plain(page);
  const isOfPage = (tree) => plain(tree).nodeType === 11 && documentOf(tree) === own;
  const roots = [own, ...trees.filter(isOfPage)];
  const open = roots.flatMap((root) => [...root.querySelectorAll("dialog:modal")]);
  if (open.length < 2) return open[0];
  order = order.filter((one) => one.isConnected && one.matches(":modal"));
  for (const one of open) if (!order.includes(one)) order.push(one);
  return open.find(isHit) ?? order.findLast((one) => open.includes(one));
}

// What is inert is never hit, and all dialogs below the top one are.
function isHit(dialog) {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const hit = rootOf(dialog).elementsFromPoint(left + width / 2, top + height / 2);
  return hit.includes(dialog);
}
