// The slider of the challenge page: dragged to the end by a real pointer, it lets the visitor through.

const handle = document.querySelector("#nc_1_n1z");
const track = handle.parentElement;
let from = null;

handle.addEventListener("pointerdown", (event) => {
  from = event.clientX;
  handle.setPointerCapture(event.pointerId);
});
handle.addEventListener("pointermove", (event) => {
  if (from === null) return;
  const way = track.clientWidth - handle.offsetWidth;
  const moved = Math.min(way, Math.abs(event.clientX - from));
  handle.style.insetInlineStart = `${moved}px`;
  if (moved >= way - 2 && event.isTrusted) document.querySelector("#challenge-form").submit();
});
handle.addEventListener("pointerup", () => {
  from = null;
  handle.style.insetInlineStart = "0";
});
