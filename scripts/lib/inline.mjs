// How bytes travel inside a script: a content script's bytes must be in the file itself, because a file of its own
// would need `web_accessible_resources`, and those let a page probe for the extension.
//
// A module goes deflated, as base64: half of it is hashes that nothing compresses, and one character a byte would cost
// UTF-8 two bytes for each above 127. The twin's data is read at once by plain JavaScript, so it goes as characters.
import { deflateSync } from "fflate";

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

/** The bytes deflated, as a string literal of base64. */
export const deflated = (bytes) =>
  JSON.stringify(Buffer.from(deflateSync(bytes, { level: 9, mem: 12 })).toString("base64"));

/** A JavaScript expression (a function) that gives a promise of the bytes of such a string. */
export const inflater =
  "s=>new Response(new Blob([Uint8Array.from(atob(s),c=>c.charCodeAt(0))]).stream()" +
  '.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer()';
