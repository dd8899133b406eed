// What the pages load besides themselves, made once at start and kept in memory: the React app as one bundle,
// the style sheets, the small scripts and the words of every language.

import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { hashSheet } from "./app/hashed.mjs";
import { LANGUAGES } from "./switches.mjs";

export const ASSETS = "/_rehearsal/";

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#1f2a37"/></svg>';

const here = (name) => new URL(name, import.meta.url);
const text = (name) => readFile(here(name), "utf8");

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [here("app/main.jsx").pathname],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0].text;
}

export async function loadAssets() {
  const [app, style, plain, classic, modern, forms, orders, ...scripts] = await Promise.all([
    bundle(),
    ...["base", "plain", "classic", "app", "app-forms", "app-orders"].map((name) =>
      text(`style/${name}.css`),
    ),
    ...["recorder", "classic", "challenge"].map((name) => text(`client/${name}.js`)),
  ]);
  const files = {
    "app.js": app,
    "recorder.js": scripts[0],
    "classic.js": scripts[1],
    "challenge.js": scripts[2],
    "plain.css": style + plain,
    "classic.css": style + classic,
    "app.css": style + hashSheet(modern + forms + orders),
    "icon.svg": ICON,
  };
  const words = await Promise.all(
    LANGUAGES.map(async (lang) => [lang, JSON.parse(await text(`words/${lang}.json`))]),
  );
  return {
    files: new Map(Object.entries(files).map(([name, body]) => [ASSETS + name, body])),
    words: Object.fromEntries(words),
  };
}
