// Files that a page of ours saves, and texts that it copies, as a person meets them: in the folder of downloads, and by
// pasting into another page.

import { rmSync } from "node:fs";
import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.mjs";

/**
 * Takes what is saved from now on. `path(NAME)` waits for a file and says where it lies, `file(NAME)` reads it as text,
 * `names()` says what has been saved.
 */
export async function takeDownloads(lab) {
  const folder = await mkdtemp(join(tmpdir(), "farewell-saved-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await lab.downloadTo(folder);
  const names = () => readdir(folder);
  const path = (name) =>
    until(async () => (await stat(join(folder, name))).size > 0 && join(folder, name), {
      what: `${name} is saved`,
      seen: names,
    });
  return { names, path, file: async (name) => readFile(await path(name), "utf8") };
}

/** What is in the clipboard, pasted into a page of its own. */
export async function pasted(lab) {
  const page = await lab.open("https://www.aliexpress.com/");
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    document.body.replaceChildren(field);
    field.focus();
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  const text = await until(() => page.$eval("textarea", (field) => field.value), {
    what: "something was in the clipboard",
  });
  await page.close();
  return text;
}
