// WebAssembly's binary format, as far as the build and its checks read it: sections, and what memory begins with.

const [CUSTOM, DATA] = [0, 11];
const HEADER = 8;
const [ACTIVE, PASSIVE, ACTIVE_IN_MEMORY] = [0, 1, 2];
const [I32_CONST, END] = [0x41, 0x0b];

/** Reads forward through bytes. Numbers are LEB128; none that is read here is negative. */
function reader(bytes, at = 0) {
  const byte = () => bytes[at++];
  const take = (length) => bytes.subarray(at, (at += length));
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value += (next & 127) * 2 ** shift;
      if (next < 128) return value;
    }
  };
  return { byte, number, take, at: () => at, isAtEnd: () => at >= bytes.length };
}

/** The sections of a module as `{ id, name, bytes, content }`: `bytes` is the whole section, its header included. */
export function sections(module) {
  const from = reader(module, HEADER);
  const found = [];
  while (!from.isAtEnd()) {
    const start = from.at();
    const id = from.byte();
    const content = from.take(from.number());
    const inner = reader(content);
    const name = id === CUSTOM ? inner.take(inner.number()).toString("utf8") : undefined;
    found.push({ id, name, bytes: module.subarray(start, from.at()), content });
  }
  return found;
}

/** What a module writes into its memory at the start, from its first to its last byte: `{ start, bytes }`. */
export function memoryImage(module) {
  const segments = dataSegments(module);
  const start = Math.min(...segments.map(({ at }) => at));
  const bytes = Buffer.alloc(Math.max(...segments.map(({ at, bytes }) => at + bytes.length)) - start);
  for (const { at, bytes: segment } of segments) segment.copy(bytes, at - start);
  return { start, bytes };
}

/** The active data segments as `{ at, bytes }`. */
function dataSegments(module) {
  const from = reader(sections(module).find(({ id }) => id === DATA).content);
  const place = () => {
    if (from.byte() !== I32_CONST) throw new Error("A data segment has an offset that is no constant.");
    const at = from.number();
    if (from.byte() !== END) throw new Error("A data segment has an offset of several instructions.");
    return at;
  };
  const segments = Array.from({ length: from.number() }, () => {
    const mode = from.number();
    if (mode === ACTIVE_IN_MEMORY) from.number();
    const at = mode === PASSIVE ? undefined : place();
    return { mode, at, bytes: from.take(from.number()) };
  });
  return segments.filter(({ mode }) => mode === ACTIVE || mode === ACTIVE_IN_MEMORY);
}
