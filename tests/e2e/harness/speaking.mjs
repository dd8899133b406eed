// The extension in a language that the installed browser may not speak: a copy of the build whose default language is
// the wanted one and whose only words are of that language. Debian's browsers come in English alone.

import { rmSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtFor } from "../harness.mjs";

/** Launch options for a browser whose Farewell speaks `lang`. */
export async function speaking(name, lang) {
  if (lang === "en") return {};
  const source = builtFor(name);
  const languages = await readdir(join(source, "_locales"));
  if (!languages.includes(lang)) return {};
  const extension = await mkdtemp(join(tmpdir(), `farewell-${lang}-`));
  process.once("exit", () => rmSync(extension, { recursive: true, force: true }));
  await cp(source, extension, { recursive: true });
  for (const other of languages.filter((one) => one !== lang)) {
    await rm(join(extension, "_locales", other), { recursive: true });
  }
  const path = join(extension, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: lang }));
  return { extension };
}
