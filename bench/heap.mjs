// What a candidate's heap is made of: a snapshot of the page with it, beside one with a no-op content script, by the kinds that
// the browser tells apart.

const KINDS = {
  code: "compiled code",
  string: "texts, the script's source among them",
  "concatenated string": "texts, the script's source among them",
  "sliced string": "texts, the script's source among them",
  native: "the browser's own, WebAssembly's memory and buffers among them",
  closure: "functions",
};
const OTHERS = "objects, arrays and the rest";

/** KiB of a page's heap by kind. */
export async function heapByKind(page) {
  const cdp = await page.createCDPSession();
  const chunks = [];
  cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await cdp.detach();
  const { snapshot, nodes } = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = ["type", "self_size"].map((name) => fields.indexOf(name));
  const sums = {};
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = KINDS[types[type][nodes[at + type]]] ?? OTHERS;
    sums[kind] = (sums[kind] ?? 0) + nodes[at + size] / 1024;
  }
  return sums;
}

/** One heap less another, kind by kind. */
export const heapOver = (heap, nothing) =>
  Object.fromEntries(Object.entries(heap).map(([kind, size]) => [kind, size - (nothing[kind] ?? 0)]));
