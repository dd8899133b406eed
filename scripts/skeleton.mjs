// `npm run skeleton -- FILE --page ID --language LANGUAGE [--flow FLOW] [--name NAME]`: makes a draft of a corpus page of a skeleton that
// somebody saved in the popup. A key of the lexicon becomes a word of the language that means it, any other word one of its script
// and length that means nothing. The draft names no control: whoever takes it in looks at it and writes down what is there
// (docs/recognition.md).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "smol-toml";
import { draftOf } from "./lib/skeleton.mjs";
import { at, read } from "./lib/places.mjs";
import { Fail, isMain, main, say } from "./lib/shell.mjs";

const factsOf = (kind, language) => {
  const path = ["src", "core", "facts", kind, `${language}.toml`];
  if (!existsSync(at(...path)))
    throw new Fail(`There are no facts in "${language}".`, "choose a language of src/core/facts/words");
  return parse(read(...path));
};

const pages = () => parse(read("src", "core", "facts", "pages.toml")).page;

/** What a draft in a language is made of: its labels and words, and the known addresses. */
export const factsFor = (language) => ({
  labels: factsOf("labels", language),
  words: factsOf("words", language),
  pages: pages(),
});

function skeletonIn(file) {
  try {
    const skeleton = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(skeleton.bones)) return skeleton;
  } catch {
    // Said below, as for a file that is JSON and no skeleton.
  }
  throw new Fail(`${file} is no skeleton.`, "give the file that the popup saved");
}

if (isMain(import.meta.url)) {
  await main(() => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        page: { type: "string" },
        language: { type: "string" },
        flow: { type: "string", default: "deactivate" },
        name: { type: "string", default: "draft" },
      },
    });
    const { page, language, flow, name } = values;
    const [file] = positionals;
    if (!file || !page || !language)
      throw new Fail(
        "A file, a page and a language are needed.",
        "npm run skeleton -- FILE --page ID --language de",
      );
    if (!pages().some(({ id }) => id === page) && !existsSync(at("tests", "corpus", page)))
      throw new Fail(`There is no page "${page}".`, "choose one of src/core/facts/pages.toml");
    const path = at("tests", "corpus", page, `${language}-${name}.html`);
    if (existsSync(path)) throw new Fail(`${path} is there already.`, "give another --name");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, draftOf(skeletonIn(file), factsFor(language), { page, language, flow }));
    say(`  ${path}`);
    say(
      "  Next: look at it, see whether its address is right, write its controls down, and run: npm run corpus",
    );
  });
}
