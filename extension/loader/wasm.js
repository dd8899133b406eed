// The engine's wasm form: real WebAssembly under wasm-bindgen's glue.
import { takeBytes } from "./began.js";
import { guard } from "./guard.js";

// The build puts `FarewellInstance` where the glue says `WebAssembly.Instance` (scripts/lib/bundle.mjs); this is the real one.
const { Instance } = WebAssembly;

export const form = "wasm";

export const module = () => new WebAssembly.Module(takeBytes());

/** A WebAssembly.Instance of which every way in is guarded. */
export class FarewellInstance {
  constructor(module, imports) {
    this.exports = guard(new Instance(module, imports).exports);
  }
}
