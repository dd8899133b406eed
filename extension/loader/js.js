// The engine's js form: what wasm2js made of the module, under the same glue. The build puts these two classes where the glue
// says `WebAssembly.Module` and `WebAssembly.Instance` (scripts/lib/bundle.mjs).
import "./began.js";
import { instantiate } from "engine:twin";
import { guard } from "./guard.js";

export const form = "js";

/** Stands for the module, which is code here. */
export class FarewellModule {}

export const module = () => new FarewellModule();

/** What a WebAssembly.Instance is to the glue; every way in is guarded. */
export class FarewellInstance {
  constructor(_module, imports) {
    this.exports = guard(instantiate(imports));
  }
}
