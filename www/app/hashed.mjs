// Class names as CSS modules make them: a name for people and a hash that changes with every release of the site.
// The app asks for them in its JSX, the server writes them into app.css; nothing should ever lean on the hash.

const RELEASE = "practice-1";

function hash(text) {
  let h = 0x811c9dc5;
  for (const sign of text) h = Math.imul(h ^ sign.codePointAt(0), 0x01000193) >>> 0;
  return h.toString(36).padStart(7, "0").slice(-7);
}

export const css = (...names) =>
  names
    .filter(Boolean)
    .map((name) => `${name}--${hash(RELEASE + name)}`)
    .join(" ");

/** Puts the hashes into a style sheet: `.card--title` becomes `.card--title--1x2y3z4`. */
export const hashSheet = (sheet) => sheet.replace(/\.([a-z-]+--[a-zA-Z]+)/g, (_, name) => `.${css(name)}`);
