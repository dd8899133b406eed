// The options page: the language and the colours of our own pages, and what is kept on this device beyond a guide
// (background/kept.js), each entry to see and to delete.
import { api } from "./background/api.js";
import { dropPick, forgetAll, keptFound, keptPicks } from "./background/kept.js";
import { choose, options } from "./background/options.js";
import { dress } from "./dress.js";
import { applyTheme } from "./theme.js";
import { languages, loadWords } from "./words.js";

const KINDS = ["label", "address", "structure", "grammar", "pick"];

let words;

const word = (key, ...args) => words.message(key, args);
const byId = (id) => document.getElementById(id);
const nameOf = (kind, id) => word(`${kind}_${id.replaceAll("-", "_")}`) || id;

/** @param {string} name */
const listOf = (name) => /** @type {HTMLSelectElement} */ (byId(name));

/** A copy of a template, its parts filled with words. */
function made(template, parts) {
  const { content } = /** @type {HTMLTemplateElement} */ (byId(template));
  const [element] = /** @type {DocumentFragment} */ (content.cloneNode(true)).children;
  for (const [part, text] of Object.entries(parts))
    element.querySelector(`[data-part=${part}]`).textContent = text;
  return element;
}

function pickItem([about, { on }]) {
  const [page, control] = about.split(" ");
  const name = nameOf("control", control);
  const day = new Date(`${on}T12:00`).toLocaleDateString(words.language, { dateStyle: "medium" });
  const item = made("pick", { control: name, where: word("options_pick_where", nameOf("page", page), day) });
  const button = item.querySelector("button");
  button.textContent = word("options_delete");
  button.setAttribute("aria-label", word("options_delete_one", name));
  button.dataset.about = about;
  return item;
}

/** A language in its own name, as its speakers look for it. */
function languageOption(folder) {
  const tag = folder.replace("_", "-");
  const option = new Option(new Intl.DisplayNames(tag, { type: "language" }).of(tag), folder);
  option.lang = tag;
  return option;
}

async function show() {
  const [picks, found, chosen] = [Object.entries(await keptPicks()), await keptFound(), await options()];
  listOf("language").value = chosen.language ?? "";
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=theme]")))
    input.checked = input.value === (chosen.theme ?? "");
  byId("picks").replaceChildren(...picks.map(pickItem));
  byId("no-picks").hidden = picks.length > 0;

  const count = (kind) => Object.values(found).reduce((sum, { [kind]: n = 0 }) => sum + n, 0);
  const counts = KINDS.map((kind) => [kind, count(kind)]).filter(([, n]) => n > 0);
  byId("found").replaceChildren(
    ...counts.map(([kind, n]) =>
      made("count", { kind: word(`options_found_${kind}`), count: words.number(n) }),
    ),
  );
  byId("no-found").hidden = counts.length > 0;
}

/** Puts the words and the colours in, as they are chosen now. */
async function dressAnew() {
  await applyTheme();
  words = await loadWords();
  dress(words);
  await show();
}

/** Says what was done, and puts the focus there: what had it may be gone. */
function say(key) {
  byId("done").textContent = word(key);
  byId("done").hidden = false;
  byId("done").focus();
}

const actions = {
  async delete({ about }) {
    await dropPick(about);
    await show();
    say("options_deleted");
  },
  async clear() {
    await forgetAll();
    await dressAnew();
    say("options_cleared");
  },
};

document.addEventListener("click", ({ target }) => {
  /** @type {HTMLElement | null} */
  const pressed = /** @type {Element} */ (target).closest("[data-action]");
  const dataset = pressed?.dataset;
  if (dataset) void actions[dataset.action](dataset);
});
document.addEventListener("change", async ({ target }) => {
  const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
  await choose(name, value || undefined);
  await dressAnew();
});

async function begin() {
  byId("language").append(...(await languages()).map(languageOption));
  await dressAnew();
  api().storage.onChanged.addListener((_changes, area) => area === "local" && show());
}

begin();
