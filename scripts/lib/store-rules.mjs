// What the stores ask of a package, as far as Mozilla's linter does not know it: Chrome's rules for names, descriptions, icons
// and words, nothing packed or fetched, and no permission that docs/permissions.md does not justify. Each rule is a function of
// an unpacked package that gives its troubles in words; a rule that is kept gives none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { keysOf } from "./locales.mjs";
import { at } from "./places.mjs";
import { memoryImage } from "./wasm-format.mjs";

// https://developer.chrome.com/docs/extensions/reference/manifest says how long the first two may be.
const LONGEST = { name: 75, short_name: 12, description: 132 };
const ICON_SIZES = [16, 32, 48, 128];
// https://developer.chrome.com/docs/extensions/reference/api/i18n#locales; a language alone stands for its countries.
const LANGUAGES =
  "ar am bg bn ca cs da de el en en_AU en_GB en_US es es_419 et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv ml mr ms nl no " +
  "pl pt pt_BR pt_PT ro ru sk sl sr sv sw ta te th tr uk vi zh_CN zh_TW";
const UNWANTED_KEYS = [
  "content_scripts",
  "web_accessible_resources",
  "externally_connectable",
  "optional_permissions",
  "optional_host_permissions",
  "update_url",
  "key",
  "sandbox",
];
/** Text that looks like encoded bytes: as long as no word, name or sentence is. */
const ENCODED = /[A-Za-z0-9+/]{300,}={0,2}/g;

/** Opens an unpacked package: its manifest, its words, its files by name. */
export function openPackage(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const bytes = (name) => readFileSync(join(folder, name));
  const manifest = JSON.parse(bytes("manifest.json"));
  const languages = existsSync(join(folder, "_locales")) ? readdirSync(join(folder, "_locales")).sort() : [];
  const words = Object.fromEntries(
    languages.map((language) => [language, JSON.parse(bytes(`_locales/${language}/messages.json`))]),
  );
  return { names, bytes, text: (name) => bytes(name).toString("utf8"), manifest, words };
}

/** What a text of the manifest says in one language. */
const said = (text, messages) =>
  text?.replace(/__MSG_(\w+)__/g, (_, key) => messages[key]?.message ?? "") ?? "";

/** Name and description are there in every language, and not too long for Chrome's store. */
export function texts({ manifest, words }) {
  return Object.entries(words).flatMap(([language, messages]) =>
    Object.entries(LONGEST).flatMap(([key, most]) => {
      if (key === "short_name" && !manifest.short_name) return [];
      const { length } = said(manifest[key], messages);
      if (length === 0) return [`${language}: there is no ${key}`];
      return length > most ? [`${language}: the ${key} has ${length} characters, more than ${most}`] : [];
    }),
  );
}

/** Every language has every word, and is one that the store knows. */
export function languages({ manifest, words }) {
  const known = LANGUAGES.split(" ");
  const source = words[manifest.default_locale];
  if (!source) return [`there are no words for default_locale "${manifest.default_locale}"`];
  return Object.entries(words).flatMap(([language, messages]) => [
    ...(known.includes(language) ? [] : [`${language}: the store knows no such language`]),
    ...keysOf(language, source)
      .filter((key) => !messages[key]?.message)
      .map((key) => `${language}: "${key}" is missing`),
  ]);
}

/** Icons are PNG files, each as large as the manifest says. */
export function icons({ manifest, names, bytes }) {
  const missing = ICON_SIZES.filter((size) => !manifest.icons?.[size]).map((size) => `no icon of ${size} px`);
  const all = [
    ...Object.entries(manifest.icons ?? {}),
    ...Object.entries(manifest.action?.default_icon ?? {}),
  ];
  const wrong = all.flatMap(([size, name]) => {
    if (!names.includes(name)) return [`${name} is not in the package`];
    const image = bytes(name);
    if (image.toString("latin1", 1, 4) !== "PNG") return [`${name} is no PNG file`];
    const [width, height] = [image.readUInt32BE(16), image.readUInt32BE(20)];
    return width === +size && height === +size ? [] : [`${name} is ${width} × ${height} px, not ${size}`];
  });
  return [...missing, ...new Set(wrong)];
}

/** The manifest asks for nothing by which a page could notice the extension, or by which code could come from elsewhere. */
export function manifestKeys({ manifest }) {
  const policy = manifest.content_security_policy?.extension_pages ?? "";
  const sources = policy.split(";").flatMap((directive) => directive.trim().split(/\s+/).slice(1));
  const harmless = ["'none'", "'self'", "'wasm-unsafe-eval'", "data:"];
  return [
    ...UNWANTED_KEYS.filter((key) => manifest[key] !== undefined).map((key) => `the manifest has "${key}"`),
    ...(policy.includes("default-src 'none'")
      ? []
      : ["the pages' policy does not begin with default-src 'none'"]),
    ...sources
      .filter((source) => !harmless.includes(source))
      .map((source) => `the pages' policy allows ${source}`),
  ];
}

/** Pages load files of the package only, and nothing stands in them that their policy would stop. */
export function pages({ names, text }) {
  return names
    .filter((name) => name.endsWith(".html"))
    .flatMap((name) => {
      const page = text(name);
      const loaded = [...page.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"/g)];
      return [
        ...loaded
          .filter(([, address]) => !names.includes(address))
          .map(([, address]) => `${name} loads ${address}, which is not in the package`),
        ...(/<script(?![^>]*\bsrc=)/.test(page) ? [`${name} has a script in itself`] : []),
        ...(/<style\b|\sstyle="/.test(page) ? [`${name} has a style in itself`] : []),
        ...(/\son\w+="/.test(page) ? [`${name} has a handler in itself`] : []),
      ];
    });
}

/** No text becomes code, and no code comes from elsewhere. */
export function scripts({ names, text }) {
  const forbidden = {
    eval: /(?<![\w$.])eval\(/,
    "new Function": /\bnew Function\(/,
    "an import of an address": /\bimport\(?\s*["']https?:/,
    importScripts: /\bimportScripts\(/,
  };
  return names
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) =>
      Object.entries(forbidden)
        .filter(([, pattern]) => pattern.test(text(name)))
        .map(([what]) => `${name} has ${what}`),
    );
}

/** The bytes that a script of base64 hands over, as the page's own world gets them. */
function handedOver(source) {
  const world = createContext({ performance });
  runInContext(source, world);
  return Buffer.from(world.__farewellBytes?.base64 ?? "", "base64");
}

/**
 * Nothing is packed but base64 of a plain module, which lies beside it: `engine.module.js` is `engine.wasm`, and `engine.data.js`
 * is the data section of it. Encoded text anywhere else is a trouble.
 */
export function encoded({ names, bytes, text }) {
  const module = bytes("engine.wasm");
  const plain = { "engine.module.js": () => module, "engine.data.js": () => memoryImage(module).bytes };
  const troubles = names
    .filter((name) => /\.(js|css|html|json)$/.test(name) && !plain[name])
    .flatMap((name) =>
      [...text(name).matchAll(ENCODED)].map(([found]) => `${name} has encoded text: ${found.slice(0, 40)}…`),
    );
  for (const [name, expected] of Object.entries(plain)) {
    if (names.includes(name) && !handedOver(text(name)).equals(expected()))
      troubles.push(`${name} is not what lies in engine.wasm`);
  }
  for (const name of names.filter((one) => one.endsWith(".wasm"))) {
    if (!WebAssembly.validate(bytes(name))) troubles.push(`${name} is no valid module`);
  }
  return troubles;
}

/** The JavaScript that a program wrote says which. */
export function twin({ names, text }) {
  const name = "engine.wasm2js.js";
  if (!names.includes(name)) return [];
  return /^\/\/ .*written by wasm2js of Binaryen/.test(text(name))
    ? []
    : [`${name} does not say what wrote it`];
}

/** No file that a store refuses or a reviewer wonders at. */
export function files({ names }) {
  const known = /\.(html|css|js|wasm|png|json|txt)$/;
  return names
    .filter(
      (name) =>
        !known.test(name) || /(^|\/)\./.test(name) || (/^_/.test(name) && !name.startsWith("_locales/")),
    )
    .map((name) => `${name} does not belong in the package`);
}

/** What docs/permissions.md justifies for a browser, by the first column of its table. */
export function justified(browser, page = readFileSync(at("docs", "permissions.md"), "utf8")) {
  const column = { chrome: 2, firefox: 3 }[browser];
  return page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells[column] === "yes" && cells[4])
    .map((cells) => cells[1].replaceAll("`", ""));
}

/** What the package asks for is what docs/permissions.md justifies: no more and no less. */
export function permissions({ manifest }) {
  const browser = manifest.browser_specific_settings ? "firefox" : "chrome";
  const allowed = justified(browser);
  const asked = asks({ manifest });
  return [
    ...asked.filter((one) => !allowed.includes(one)).map((one) => `${one} is not in docs/permissions.md`),
    ...allowed.filter((one) => !asked.includes(one)).map((one) => `${one} is in docs/permissions.md only`),
  ];
}

/** Every permission and host that a package asks for. */
export const asks = ({ manifest }) => [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])];

/** Every rule by its name. */
export const rules = {
  texts,
  languages,
  icons,
  manifestKeys,
  pages,
  scripts,
  encoded,
  twin,
  files,
  permissions,
};

/** All troubles of an unpacked package, each behind the name of its rule. */
export function troublesOf(folder) {
  const opened = openPackage(folder);
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule(opened).map((trouble) => `${name}: ${trouble}`),
  );
}
