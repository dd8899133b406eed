/** The box of `element` in the viewport of the top document. */
export function boxOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  let [x, y] = [left, top];
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    x += outer.left + frame.clientLeft;
    y += outer.top + frame.clientTop;
  }
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

/** The frame that `element` is in, where it may be known. */
export function frameOf(element) {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
