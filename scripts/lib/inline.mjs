// How bytes travel inside a script: a content script's bytes must be in the file itself, because a file of its own
// would need `web_accessible_resources`, and those let a page probe for the extension.
//
// Measured on a 38.8 kB module (gzip of the module by itself: 18.9 kB), the script's bytes raw and after gzip:
//   base64                        51.7 kB   25.1 kB   (its alphabet hides the repetitions from gzip)
//   one character a byte          51.4 kB   21.0 kB
//   one character a byte, xor     49.7 kB   20.1 kB   ← this
//   base64 of a deflated module   25.2 kB   19.2 kB   (needs the asynchronous DecompressionStream at every page load)
// The xor moves the bytes that WebAssembly uses most (small numbers) out of the way of characters that a string must
// escape or that UTF-8 writes with two bytes. It is chosen for each module, by the shortest result.

const escapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

function literal(bytes, key) {
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] ^ key;
    const char = String.fromCharCode(code);
    const next = bytes[i + 1] ^ key;
    // A NUL before a digit would read as an octal escape. Byte order marks and the like are above 255: none here.
    if (code === 0) text += next >= 48 && next <= 57 ? "\\x00" : "\\0";
    else text += escapes.get(char) ?? char;
  }
  return `"${text}"`;
}

/** The bytes as JavaScript: `{ key, text }`, where text is a string literal of one character (byte ^ key) a byte. */
export function inline(bytes, weigh = (text) => Buffer.byteLength(text)) {
  let best;
  for (let key = 0; key < 256; key++) {
    const text = literal(bytes, key);
    const weight = weigh(text);
    if (!best || weight < best.weight) best = { key, text, weight };
  }
  return best;
}

/** A JavaScript expression (a function) that writes such a string into a Uint8Array from an offset on. */
export const decoder = "(a,o,s,k)=>{for(var i=0;i<s.length;)a[o++]=s.charCodeAt(i++)^k;return a}";
