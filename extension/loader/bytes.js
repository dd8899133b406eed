// Base64 to bytes, by the browser itself.

/** The bytes that `base64` stands for. `atob` is for browsers before Chrome 140 and Firefox 133. */
export const decode = (base64) =>
  Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
