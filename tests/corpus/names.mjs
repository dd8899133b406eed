// `node tests/corpus/names.mjs`: the accessible names that `read/name.js` computes, beside those of dom-accessibility-api, for all
// that can be pressed or filled on all pages of the corpus, in Chromium. They may differ only in the ways that DEPARTURES lists, and
// each of these has to be met, so that the list stays true.
import { createServer } from "node:http";
import * as esbuild from "esbuild";
import puppeteer from "puppeteer-core";
import { at } from "../../scripts/lib/places.mjs";
import { EXECUTABLE } from "../e2e/harness/chromium.mjs";
import { corpus } from "./pages.mjs";

const AT_ONCE = 20;

const bare = (text) => text.replace(/\s/g, "");

/** Where both differ, and who is right by which rule. */
const DEPARTURES = {
  "we let a placeholder name a field, as the rules of HTML do and the library does not": ({ ours, theirs, placeholder }) =>
    theirs === "" && ours === placeholder,
  "we put a space between boxes, as a person sees one": ({ ours, theirs }) => bare(ours) === bare(theirs),
  "we read what the style sheet puts after an element that is a box of its own": ({ ours, theirs, after }) =>
    after !== "" && ours.startsWith(theirs) && bare(ours.slice(theirs.length)) === bare(after),
  "and what it puts before a label that is one, such as the star of a field that is required": ({ ours, theirs, before }) =>
    before !== "" && bare(ours) === bare(before + theirs),
  "what is in a link without an address names it for us; to the library it is no link": ({ tag, theirs }) =>
    theirs === "" && tag === "a without href",
  "of a field inside another's label we take its name, since its value can be personal": ({ ours, theirs, isBesideField }) =>
    isBesideField && ours.startsWith(theirs),
  "the browser's own words for a nameless submit button are nobody's label": ({ ours, theirs }) =>
    ours === "" && /^(Submit Query|Submit|Reset)$/.test(theirs),
};

const script = await bundle();
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end("<!doctype html><meta charset=utf-8><title>names</title><body>");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await puppeteer.launch({
  executablePath: EXECUTABLE,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.addScriptTag({ content: script });
  process.exitCode = report(await compared(page)) ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}

/** All names, ours and theirs, of all pages. */
async function compared(page) {
  const all = [];
  const pages = corpus({}).map(({ name, html }) => ({ name, html }));
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    all.push(...(await page.evaluate((some) => globalThis.names(some), pages.slice(from, from + AT_ONCE))));
  }
  return all;
}

/** Whether every difference is one that is listed, and every one that is listed occurs. */
function report(all) {
  const counts = new Map(Object.keys(DEPARTURES).map((name) => [name, 0]));
  const unlisted = [];
  for (const one of all.filter(({ ours, theirs }) => ours !== theirs)) {
    const name = Object.keys(DEPARTURES).find((name) => DEPARTURES[name](one));
    if (name) counts.set(name, counts.get(name) + 1);
    else unlisted.push(one);
  }
  for (const [name, count] of counts) console.log(`  ${count} where ${name}`);
  for (const { page, tag, ours, theirs } of unlisted) {
    console.log(`  differs: ${page}: <${tag}> ${JSON.stringify(ours)}, the library ${JSON.stringify(theirs)}`);
  }
  const unmet = [...counts].filter(([, count]) => count === 0);
  for (const [name] of unmet) console.log(`  listed, but never met: ${name}`);
  console.log(`  ${all.length} names, ${unlisted.length} of them differ in no listed way`);
  const failed = unlisted.length + unmet.length;
  console.log(`${failed === 0 ? 1 : 0} passed, ${failed === 0 ? 0 : 1} failed`);
  return failed === 0;
}

/** What runs in the page: it shows the pages in frames and names what is in them in both ways. */
async function bundle() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `
        import { computeAccessibleName } from "dom-accessibility-api";
        import { nameOf } from "./src/content/src/read/name.js";
        const PRESSED = "a, button, summary, option, [role=button], [role=link], input[type=button], input[type=submit], input[type=checkbox], input[type=radio]";
        const FIELDS = "input:not([type=hidden], [type=button], [type=submit]), textarea, select";
        const collapse = (text) => text.replace(/\\s+/g, " ").trim();
        globalThis.names = async (pages) => {
          const frames = pages.map(({ html }) => {
            const frame = document.createElement("iframe");
            frame.style.cssText = "width:1280px;height:900px";
            frame.srcdoc = html;
            const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
            document.body.append(frame);
            return { frame, loaded };
          });
          await Promise.all(frames.map(({ loaded }) => loaded));
          const told = frames.flatMap(({ frame }, at) => named(pages[at].name, frame.contentDocument));
          for (const { frame } of frames) frame.remove();
          return told;
        };
        function named(page, document) {
          const shown = [...document.querySelectorAll(PRESSED + "," + FIELDS)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
          return shown.map((element) => ({
            page,
            tag: element.matches("a:not([href])") ? "a without href" : element.localName + (element.type ? "=" + element.type : "") + (element.getAttribute("role") ? "@" + element.getAttribute("role") : ""),
            ours: nameOf(element, element.matches(PRESSED)),
            theirs: collapse(computeAccessibleName(element)),
            isBesideField: [...(element.labels ?? [])].some((label) => label.querySelectorAll("input, select, textarea").length > 1),
            placeholder: collapse(element.placeholder ?? ""),
            before: [...(element.labels ?? [])].map((one) => /^"(.*)"$/.exec(getComputedStyle(one, "::before").content)?.[1] ?? "").join(""),
            after: [element, ...element.querySelectorAll("*")].map((one) => /^"(.*)"$/.exec(getComputedStyle(one, "::after").content)?.[1] ?? "").join(""),
          }));
        }`,
      resolveDir: at(),
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0].text;
}
