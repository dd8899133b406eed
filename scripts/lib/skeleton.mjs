// From a page's skeleton (src/core/src/skeleton.rs) to HTML: the same roles, names and surroundings, with words of a language in the
// place of the lexicon's keys, and filler of the same script and length for all others.

/** A sign of each script that by itself and repeated is a word of no language that we know. */
const FILLER = {
  Latn: "x",
  Cyrl: "ъ",
  Grek: "ξ",
  Arab: "ث",
  Hebr: "ץ",
  Thai: "ฃ",
  Hang: "갉",
  Kana: "ヌ",
  Hani: "鬱",
  Zyyy: "0",
};

const ELEMENT = {
  Text: ["p"],
  Heading: ["h2"],
  Link: ["a", 'href="#"'],
  Button: ["button", 'type="button"'],
  TextBox: ["input", 'type="text"'],
  EmailBox: ["input", 'type="email"'],
  PasswordBox: ["input", 'type="password"'],
  FileBox: ["input", 'type="file"'],
  TextArea: ["textarea"],
  Select: ["select"],
  ListBox: ["div", 'role="listbox"'],
  Choice: ["div", 'role="option"'],
  Radio: ["input", 'type="radio"'],
  CheckBox: ["input", 'type="checkbox"'],
  ChoiceGroup: ["div", 'role="group"'],
  Dialog: ["div", 'role="dialog"'],
  SealedFrame: ["iframe"],
};
const EMPTY = new Set(["input"]);

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A word of the language for a key such as `act.delete`; undefined where it has none. */
function wordFor(key, { words }) {
  const [table, name] = key.split(".");
  return words[table]?.[name]?.[0]?.replace(/^=/, "");
}

function wordOf(shape, facts) {
  const key = /^\{(.+)\}$/.exec(shape)?.[1];
  if (key) return wordFor(key, facts) ?? FILLER.Latn.repeat(4);
  const [, script, length] = /^([A-Z][a-z]{3})(\d+)$/.exec(shape) ?? [];
  return (FILLER[script] ?? FILLER.Latn).repeat(Number(length) || 1);
}

/** A text of the language with the same meanings as the shape of one. */
export function textOf({ label = [], means = [], words = "" }, facts) {
  const known = facts.labels.label?.find(({ concept }) => label.includes(concept));
  if (known) return known.text;
  const shapes = words.split(" ").filter(Boolean);
  // What several words mean together stands in none of them: it comes last.
  const together = means.filter((key) => !shapes.includes(`{${key}}`));
  const said = together.map((key) => wordFor(key, facts)).filter(Boolean);
  return [...shapes.map((shape) => wordOf(shape, facts)), ...said].join(" ");
}

function markup(bone, facts) {
  const [element, attributes] = ELEMENT[bone.kind] ?? ["p"];
  const text = escaped(textOf(bone.name, facts));
  const placeholder = bone.placeholder && `placeholder="${escaped(textOf(bone.placeholder, facts))}"`;
  const isEmpty = EMPTY.has(element);
  const all = [
    element,
    attributes,
    bone.hints && `class="${escaped(bone.hints)}"`,
    (isEmpty || element === "textarea" || element === "select") && text && `aria-label="${text}"`,
    placeholder,
    !bone.shown && "hidden",
    !bone.enabled && "disabled",
  ];
  const open = `<${all.filter(Boolean).join(" ")}>`;
  if (isEmpty) return open;
  return `${open}${element === "textarea" || element === "select" ? "" : text}</${element}>`;
}

const SURROUNDINGS = [
  ["landmark", { Header: "<header>", Navigation: "<nav>", Footer: "<footer>" }],
  ["dialog", '<div role="dialog">'],
  ["form", "<form>"],
  ["group", '<div role="group">'],
];
const openingOf = ([key, tags], bone) =>
  typeof tags === "string" ? bone[key] !== 0 && tags : (tags[bone[key]] ?? false);
const closing = (tag) => `</${/<(\w+)/.exec(tag)[1]}>`;

/** The bones in the surroundings that they stood in: each run of one form, dialog or group is one element. */
function body(bones, facts) {
  const lines = [];
  const open = [];
  const leave = (to) => {
    for (const { tag } of open.splice(to).reverse()) if (tag) lines.push(closing(tag));
  };
  for (const bone of bones) {
    const wanted = SURROUNDINGS.map((one) => ({ id: bone[one[0]], tag: openingOf(one, bone) }));
    const same = open.findIndex(({ id, tag }, n) => id !== wanted[n].id || tag !== wanted[n].tag);
    if (open.length === 0 || same >= 0) {
      leave(Math.max(same, 0));
      for (const one of wanted.slice(open.length)) {
        open.push(one);
        if (one.tag) lines.push(one.tag);
      }
    }
    lines.push(markup(bone, facts));
  }
  leave(0);
  return lines.join("\n");
}

/** An address like the page's own, of the entry of pages.toml that a key such as `order-list.2` names; empty where no entry is known. */
export function addressOf(key, pages) {
  const [id, place] = key?.split(".") ?? [];
  const known = pages.filter((page) => page.id === id)[Number(place) - 1];
  if (!known) return "";
  const { host = "www", path = "", fragment = "" } = known;
  return `https://${host}.aliexpress.com/${path.replace(/^\//, "")}${fragment && `#${fragment}`}`;
}

/** The draft of a corpus page (tests/corpus/README.md); `facts` are the language's labels and words, and the pages' addresses. */
export const draftOf = ({ address, title, bones }, facts, { page, language, flow }) => `<!--
url = "${addressOf(address, facts.pages)}"
flow = "${flow}"
language = "${language}"
kind = "positive"
page = "${page}"
note = "From a skeleton"
[controls]
-->
<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${title ? escaped(textOf(title, facts)) : ""}</title>
<body>
${body(bones, facts)}
</body>
</html>
`;
