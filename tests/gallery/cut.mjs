// What of a screen's words a person can't read: texts that are empty, that are cut off, or that run out of their box.

/** Where the one host of the callout stands in a page. */
const HOST = ":root > :not(head, body)";

/** Runs in the page, on a document or on the callout's root: what is wrong with its words, each as one line. */
function wrongIn(root) {
  const found = [];
  const name = (one) => one.id || one.dataset.i18n || one.className || one.localName;
  for (const one of root.querySelectorAll("*")) {
    if (!one.checkVisibility() || one.closest("svg, pre, style, script, select")) continue;
    if (one.dataset.i18n && !one.innerText.trim()) found.push(`${name(one)} is empty`);
    const { width, height } = one.getBoundingClientRect();
    const isSaid = [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    // What only a screen reader is to find is as small as this.
    if (!isSaid || width <= 2 || height <= 2) continue;
    const { overflowX, overflowY } = getComputedStyle(one);
    if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && overflowX !== "auto")
      found.push(`${name(one)} is ${one.scrollWidth - one.clientWidth} px too wide: ${one.innerText}`);
    if (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1)
      found.push(`${name(one)} is cut below: ${one.innerText}`);
  }
  return found;
}

/** Runs in the page, on the callout's root: whether the callout lies in the window. */
function outsideIn(root) {
  const { left, right, top, bottom } = root.querySelector("[part~=callout]").getBoundingClientRect();
  const isInside = left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
  return isInside ? [] : [`the callout lies outside: ${[left, top, right, bottom]}`];
}

/** What is wrong with the words of a page of our own. */
export const wrongWords = (tab) => tab.evaluate(`(${wrongIn})(document)`);

/** What is wrong with the callout in a page. */
export async function wrongCallout(lab, tab) {
  const [root] = await lab.roots(tab, HOST);
  return [...(await root.call(wrongIn)), ...(await root.call(outsideIn))];
}
