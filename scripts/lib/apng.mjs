// An animated PNG of pictures that are PNG files already: their compressed bytes are put behind each other, each under a frame's head
// (https://www.w3.org/TR/png-3/#apng-frame-based-animation). Browsers and code hosts show it; who can't, shows the first picture.
import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

function chunksOf(png) {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type, ...parts) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), ...parts]);
  return Buffer.concat([numbers(body.length - 4), body, numbers(crc32(body))]);
}

/** Whole numbers of four bytes each. */
function numbers(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, n) => bytes.writeUInt32BE(value, n * 4));
  return bytes;
}

/** One animation of `pictures`, `{ png, seconds }` each, all of one size and kind; it goes on for ever. */
export function animate(pictures) {
  const [head] = chunksOf(pictures[0].png);
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  let sequence = 0;
  const frames = pictures.flatMap(({ png, seconds }, n) => {
    const chunks = chunksOf(png);
    if (!chunks[0].data.equals(head.data)) throw new Error(`Picture ${n + 1} is of another size or kind.`);
    // Its place, then how long it stands, in hundredths of a second; it replaces the one before.
    const delay = Buffer.from([0, 0, 0, 100, 0, 0]);
    delay.writeUInt16BE(Math.round(seconds * 100), 0);
    const control = chunk("fcTL", numbers(sequence++, width, height, 0, 0), delay);
    const data = chunks
      .filter(({ type }) => type === "IDAT")
      .map(({ data }) => (n === 0 ? chunk("IDAT", data) : chunk("fdAT", numbers(sequence++), data)));
    return [control, ...data];
  });
  const count = chunk("acTL", numbers(pictures.length, 0));
  return Buffer.concat([SIGNATURE, chunk("IHDR", head.data), count, ...frames, chunk("IEND")]);
}
