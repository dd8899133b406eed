// Packs bytes for extension/loader/unpack.js, which has the model. What is said how, as a literal or as a reference, is
// chosen by what it costs: first by a guess at the costs, then again and again by what the choice before has shown.
//
// The unpacker weighs less than a kilobyte.
import { writeFileSync } from "node:fs";
import { kindOf, model, odds } from "../../extension/loader/unpack.js";
import { at as path } from "./places.mjs";

const LONGEST = 273;
/** How many earlier places with the same three bytes are looked at. */
const DEPTH = 400;
const PASSES = 10;

/**
 * Writes the bytes, packed, as a script of its own, and gives what imports them and their unpacker. What is imported first
 * stands first: among the code, gzip would take them for text.
 */
export function packed(bytes, file) {
  writeFileSync(file, `export const packed = "${squeeze(bytes)}";`);
  const imports = { packed: file, unpack: path("extension", "loader", "unpack.js") };
  return Object.entries(imports)
    .map(([name, from]) => `import { ${name} } from ${JSON.stringify(from)};`)
    .join("\n");
}

/** The bytes, packed, as base64. */
export function squeeze(bytes) {
  const found = references(bytes);
  let items;
  for (let pass = 0, costs = guess; pass < PASSES; pass++, costs = costsOf(bytes, items)) {
    items = cheapest(bytes, found, costs);
  }
  return encode(bytes, items).toString("base64");
}

/** At each place the references that one could make there: the nearest of each length. */
function references(bytes) {
  const before = new Int32Array(bytes.length).fill(-1);
  const heads = new Map();
  return Array.from(bytes, (_, at) => {
    const list = [];
    const pair = -1 - (bytes[at] | (bytes[at + 1] << 8));
    const triple = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
    let longest = 1;
    const near = heads.get(pair);
    if (near !== undefined && at - near < 512 && at + 1 < bytes.length) {
      list.push({ length: 2, distance: at - near });
      longest = 2;
    }
    let place = heads.get(triple) ?? -1;
    before[at] = place;
    for (let tries = 0; place >= 0 && tries < DEPTH; tries++, place = before[place]) {
      const length = same(bytes, at, at - place);
      if (length > longest) {
        list.push({ length, distance: at - place });
        longest = length;
      }
    }
    heads.set(triple, at).set(pair, at);
    return list;
  });
}

function same(bytes, at, distance) {
  let length = 0;
  while (
    length < LONGEST &&
    at + length < bytes.length &&
    bytes[at + length] === bytes[at + length - distance]
  )
    length++;
  return length;
}

const guess = {
  literal: () => 6.6,
  again: (length) => 4 + 1.5 * Math.log2(length),
  length: (length) => 2.7 + 1.5 * Math.log2(length - 1),
  distance: (distance) => 3 + Math.log2(distance),
};

/** The cheapest way to say the bytes: the shortest path from the first to the last. */
function cheapest(bytes, found, costs) {
  const size = bytes.length;
  const cost = new Float64Array(size + 1).fill(Infinity);
  const last = new Int32Array(size + 1);
  const by = new Array(size + 1);
  const reach = (at, sum, item, distance) => {
    if (sum < cost[at]) [cost[at], by[at], last[at]] = [sum, item, distance];
  };
  cost[0] = 0;
  for (let at = 0; at < size; at++) {
    const distance = last[at];
    reach(at + 1, cost[at] + costs.literal(bytes, at), { literal: bytes[at] }, distance);
    if (distance) {
      for (let length = same(bytes, at, distance); length > 0; length--)
        reach(at + length, cost[at] + costs.again(length), { length, distance }, distance);
    }
    let shortest = 2;
    for (const { length: longest, distance } of found[at]) {
      const sum = cost[at] + costs.distance(distance);
      for (let length = shortest; length <= longest; length++)
        reach(at + length, sum + costs.length(length), { length, distance }, distance);
      shortest = longest + 1;
    }
  }
  const items = [];
  for (let at = size; at > 0; at -= by[at].length ?? 1) items.push(by[at]);
  return items.reverse();
}

const bitsOf = (number) => 31 - Math.clz32(number);

/** What things cost in bits, by how often they came in `items`. */
function costsOf(bytes, items) {
  const counts = {
    kinds: tally(),
    literals: tally(),
    places: tally(),
    again: tally(),
    lengths: tally(),
    distances: tally(),
  };
  let at = 0;
  let last = 0;
  for (const { length = 1, distance, literal } of items) {
    if (!distance) {
      counts.kinds.add("literal");
      counts.literals.add(kindOf(bytes[at - 1]) * 256 + literal);
      counts.places.add(kindOf(bytes[at - 1]));
    } else if (distance === last) {
      counts.kinds.add("again");
      counts.again.add(length);
    } else {
      counts.kinds.add("reference");
      counts.lengths.add(length);
      counts.distances.add(bitsOf(distance));
      last = distance;
    }
    at += length;
  }
  const kind = (name) => counts.kinds.cost(name, counts.kinds.sum);
  const [literal, again, reference] = [kind("literal"), kind("again"), kind("reference")];
  return {
    literal: (all, at) =>
      literal +
      counts.literals.cost(kindOf(all[at - 1]) * 256 + all[at], counts.places.of(kindOf(all[at - 1])) + 20),
    again: (length) => again + Math.min(counts.again.cost(length), 2 + 1.7 * Math.log2(length)),
    length: (length) => Math.min(counts.lengths.cost(length), 2 + 1.7 * Math.log2(length)),
    distance: (distance) => reference + counts.distances.cost(bitsOf(distance)) + bitsOf(distance) - 0.3,
  };
}

function tally() {
  const counts = new Map();
  return {
    sum: 0,
    add(what) {
      counts.set(what, this.of(what) + 1);
      this.sum++;
    },
    of: (what) => counts.get(what) ?? 0,
    cost(what, of = this.sum) {
      return Math.log2((of + 8) / (this.of(what) + 0.5));
    },
  };
}

/** Arithmetic code, with the carry that runs back through bytes of 255. */
function encode(bytes, items) {
  const out = [];
  const chances = odds();
  let low = 0;
  let range = 2 ** 24;
  let held = 0;
  let full = 0;
  const shift = () => {
    if (low < 0xff0000 || low >= 2 ** 24) {
      const carry = low >= 2 ** 24 ? 1 : 0;
      out.push((held + carry) & 255);
      for (; full > 0; full--) out.push((255 + carry) & 255);
      held = (low >> 16) & 255;
    } else full++;
    low = (low & 0xffff) << 8;
  };
  const { item } = model((context, bit) => {
    const bound = (range >> 12) * chances.of(context);
    if (bit) range = bound;
    else [low, range] = [low + bound, range - bound];
    chances.learn(context, bit);
    for (; range < 65536; range <<= 8) shift();
    return bit;
  });
  let at = 0;
  for (const next of items) {
    item(at ? bytes[at - 1] : 0, next);
    at += next.length ?? 1;
  }
  for (let i = 0; i < 4; i++) shift();
  // The first byte is the held one of before the beginning; what is missing at the end reads as 0.
  while (out.at(-1) === 0) out.pop();
  return Buffer.from(out.slice(1));
}
