// The floor: every control and its text, looked at once, and one box read.
{
  let length = 0;
  for (const one of document.querySelectorAll("a, button, input, select, textarea, [role]")) {
    length += one.textContent.length;
  }
  globalThis.__bench.length =
    length + document.querySelector(globalThis.__target).getBoundingClientRect().width;
  globalThis.__bench.first = performance.now();
}
