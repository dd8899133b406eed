// `npm run lint:store`: what the stores would say of the built packages. Mozilla's own linter reads what Firefox gets, our rules
// read both (scripts/lib/store-rules.mjs). Prints the totals and what each package asks for; anything found is a failure.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { at, dist, read, root } from "./lib/places.mjs";
import { ask, Fail, isMain, main, say } from "./lib/shell.mjs";
import { storeTextTroubles } from "./lib/store-texts.mjs";
import { browsers, build } from "./build.mjs";

export async function lintStore() {
  if (!browsers.every((browser) => existsSync(join(dist, browser, "manifest.json")))) await build();
  const { asks, openPackage, troublesOf } = await import("./lib/store-rules.mjs");
  const found = mozilla();
  for (const browser of browsers) {
    const troubles = troublesOf(join(dist, browser));
    found.push(...troubles.map((trouble) => `${browser}: ${trouble}`));
    say(`  ${browser} asks for ${asks(openPackage(join(dist, browser))).join(", ")}`);
    say(`  ${browser}: ${troubles.length} faults by the stores' rules`);
  }
  found.push(...storeTexts());
  for (const line of found) say(`  ${line}`);
  if (found.length)
    throw new Fail(`The stores would find ${found.length} faults.`, "correct what is named above");
}

/** What is wrong with the texts for the stores' pages; says which languages have some. */
function storeTexts() {
  const languages = readdirSync(at("extension", "_locales"));
  const texts = Object.fromEntries(
    readdirSync(at("store"))
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name.slice(0, -".json".length), JSON.parse(read("store", name))]),
  );
  const without = languages.filter((language) => !texts[language]);
  say(`  store texts: ${Object.keys(texts).join(", ")}; none yet: ${without.join(", ") || "no language"}`);
  return Object.entries(texts).flatMap(([language, text]) => storeTextTroubles(language, text, texts.en));
}

/** What Mozilla's linter finds, errors, warnings and notices alike, each as a line; says how many of each. */
function mozilla() {
  const args = [
    "lint",
    "--source-dir",
    join(dist, "firefox"),
    "--no-config-discovery",
    "--self-hosted",
    "--output=json",
  ];
  // It ends with an error code itself where there are errors; its words are in the JSON either way.
  const command = at("node_modules", "web-ext", "bin", "web-ext.js");
  const output = ask(process.execPath, [command, ...args], { cwd: root, evenFailed: true }) ?? "";
  if (!output.includes("{")) throw new Fail("web-ext lint gave no answer.", "npm run setup");
  const told = JSON.parse(output.slice(output.indexOf("{")));
  const kinds = ["errors", "warnings", "notices"];
  say(`  web-ext lint: ${kinds.map((kind) => `${told[kind].length} ${kind}`).join(", ")}`);
  return kinds
    .flatMap((kind) => told[kind])
    .map(({ code, message, description, file, line }) => {
      const place = `${file ?? "manifest.json"}${line ? `:${line}` : ""}`;
      return `${place} ${code}: ${message}. ${description}`;
    });
}

if (isMain(import.meta.url)) await main(lintStore);
