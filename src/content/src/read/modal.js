// Which modal dialog of a document lies on top: it makes all else inert, so neither what is read nor what we show may be
// outside it. The browser tells by nothing in the tree which was opened last.
import { trees } from "./nodes.js";

// Those that were open before, the last opened last.
let order = [];

/** The modal dialog of `page` that was opened last, in its shadow roots too; undefined where none is open. */
export function topModal(page) {
  const roots = [page, ...trees.filter((tree) => tree.nodeType === 11 && tree.ownerDocument === page)];
  const open = roots.flatMap((root) => [...root.querySelectorAll("dialog:modal")]);
  if (open.length < 2) return open[0];
  order = order.filter((one) => one.isConnected && one.matches(":modal"));
  for (const one of open) if (!order.includes(one)) order.push(one);
  return open.find(isHit) ?? order.findLast((one) => open.includes(one));
}

// What is inert is never hit, and all dialogs below the top one are.
function isHit(dialog) {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const hit = dialog.getRootNode().elementsFromPoint(left + width / 2, top + height / 2);
  return hit.includes(dialog);
}
