// Unpacks what scripts/lib/squeeze.mjs packs: bytes as literals and as references to what came before, every decision of
// which is arithmetic-coded by odds that learn. The module so weighs an eighth less than with deflate, and, unlike with the
// browser's DecompressionStream, it is there at once.

const LENGTH = 1024;
const AGAIN = 2048;
const DISTANCE = 4096;
const LITERAL = 8192;
const CONTEXTS = 24576;
/** What a literal's odds depend on: the upper bits of the byte before. Two more bits would save next to nothing. */
export const kindOf = (before) => before >> 2;
/** After so many decisions a context learns no slower. */
const LEARNED = 30;

/** The odds, out of 4,096, that a decision in a context is 1. All numbers here stay below 30 bits: browsers box larger ones. */
export function odds() {
  const chances = new Uint16Array(CONTEXTS).fill(32768);
  const seen = new Uint8Array(CONTEXTS);
  const steps = Uint16Array.from({ length: LEARNED + 1 }, (_, times) => 4096 / (times + 3));
  return {
    of: (context) => (chances[context] >> 4) | 1,
    learn(context, bit) {
      const times = seen[context];
      chances[context] += (((bit ? 65503 : 32) - chances[context]) * steps[times]) >> 12;
      if (times < LEARNED) seen[context]++;
    },
  };
}

/**
 * What is coded, in order, as decisions in contexts: `decide(context, bit)` gives the bit. When it reads, it is the one
 * that knows, and `next` and the bits that are handed to it are of no account.
 */
export function model(decide) {
  let last = 0;
  let history = 0;
  const number = (base, value) => {
    let size = 0;
    while (decide(base + size, value >> (size + 1) && 1)) size++;
    let found = 1;
    for (let k = size - 1; k >= 0; k--) {
      const context = size - k < 4 ? 32 + size * 16 + found : 400 + size * 32 + k;
      found = found * 2 + decide(base + context, (value >> k) & 1);
    }
    return found;
  };
  return {
    /** `{ literal }`, or `{ length, distance }`; `before` is the byte that stands before. */
    item(before, next = {}) {
      const isReference = decide(history, next.distance ? 1 : 0);
      const context = 4 + history;
      history = ((history << 1) | isReference) & 3;
      if (!isReference) {
        let node = 1;
        for (let k = 7; k >= 0; k--)
          node = node * 2 + decide(LITERAL + kindOf(before) * 256 + node, (next.literal >> k) & 1);
        return { literal: node & 255 };
      }
      if (decide(context, next.distance === last ? 1 : 0))
        return { length: number(AGAIN, next.length), distance: last };
      const length = number(LENGTH, next.length - 1) + 1;
      last = number(DISTANCE + 1024 * Math.min(length - 2, 3), next.distance);
      return { length, distance: last };
    },
  };
}

/** Writes the `size` bytes that are packed in `text` (base64) into `bytes`, from `end` on. */
export function unpack(text, size, bytes, end = 0) {
  const packed = atob(text);
  const { of, learn } = odds();
  let at = 0;
  // The packer's whole range is 2 ** 24; one is as good, since both are powers of two, and has the code filled.
  let range = 1;
  let code = 0;
  const { item } = model((context) => {
    for (; range < 65536; range <<= 8) code = ((code << 8) | packed.charCodeAt(at++)) & 0xffffff;
    const bound = (range >> 12) * of(context);
    const bit = code < bound ? 1 : 0;
    if (bit) range = bound;
    else {
      code -= bound;
      range -= bound;
    }
    learn(context, bit);
    return bit;
  });
  const stop = end + size;
  for (let before = 0; end < stop; before = bytes[end - 1]) {
    const { literal, length, distance } = item(before);
    if (!distance) bytes[end++] = literal;
    else for (let i = 0; i < length; i++, end++) bytes[end] = bytes[end - distance];
  }
  return bytes;
}
