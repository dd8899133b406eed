// The extension's pages: what they share, and a part of a long one, stands in `extension/parts/`, and the build puts it where a
// page names it in a comment. `<!-- part: logo -->` is the file as it is; the head takes a page's style sheets and script besides:
// `<!-- part: head, styles: base.css popup.css, script: popup.js, title: popup_title -->`.
import { readFileSync } from "node:fs";
import { at } from "./places.mjs";
import { Fail } from "./shell.mjs";

const PART = /^([ \t]*)<!-- part: ([^>]*?) -->\n/gm;

/** A page as the browser gets it. `name` is its file in `extension/`. */
export const html = (name) =>
  readFileSync(at("extension", name), "utf8").replace(PART, (_, space, words) => {
    const [part, ...settings] = words.split(", ");
    const set = Object.fromEntries(settings.map((setting) => setting.split(": ")));
    return indented(headed(partText(part, name), set), space);
  });

function partText(part, page) {
  try {
    return readFileSync(at("extension", "parts", `${part}.html`), "utf8");
  } catch {
    throw new Fail(
      `extension/${page} names the part "${part}", which is not there.`,
      `write extension/parts/${part}.html`,
    );
  }
}

/** A head with the style sheets and the script of its page; any other part as it is. */
function headed(text, { styles = "", script, title = "popup_title" }) {
  const lines = styles
    .split(" ")
    .filter(Boolean)
    .map((file) => `  <link rel="stylesheet" href="${file}" />\n`);
  if (script) lines.push(`  <script src="${script}" defer></script>\n`);
  return text.replace("popup_title", title).replace("</head>\n", `${lines.join("")}</head>\n`);
}

const indented = (text, space) => text.replace(/^(?=.)/gm, space);
