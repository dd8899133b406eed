// What the build puts in (scripts/lib/bundle.mjs), the globals of ours, and what a browser has that the common types lack: for the
// type check of `npm run lint` alone.

declare module "*:glue" {
  const init: (options: { module_or_path: string }) => Promise<unknown>;
  export default init;
  export const initSync: (options: { module: unknown }) => unknown;
  export const start: (...args: unknown[]) => void;
  export const after: () => void;
  export const letter: () => void;
}

declare module "engine:form" {
  export const form: "wasm" | "js";
  export const module: () => unknown;
}

declare module "engine:twin" {
  export const instantiate: (imports: object) => object;
}

/** Firefox's name of the extension's interfaces; Chromium has it since 148. */
declare var browser: typeof chrome | undefined;

interface Document {
  /** Chromium. */
  readonly prerendering?: boolean;
}

interface PerformanceNavigationTiming {
  /** Chromium. */
  readonly deliveryType?: string;
  /** Chromium. */
  readonly activationStart?: number;
}

interface Element {
  /** Firefox. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
