// The options page: what is kept on this device beyond a guide (background/kept.js), each entry to see and to delete.
import { api } from "./background/api.js";
import { dropPick, forgetAll, keptFound, keptPicks } from "./background/kept.js";

const KINDS = ["label", "address", "structure", "grammar", "pick"];

const word = (key, ...args) => api().i18n.getMessage(key, args);
const byId = (id) => document.getElementById(id);
const nameOf = (kind, id) => word(`${kind}_${id.replaceAll("-", "_")}`) || id;

/** A copy of a template, its parts filled with words. */
function made(template, words) {
  const [element] = byId(template).content.cloneNode(true).children;
  for (const [part, text] of Object.entries(words))
    element.querySelector(`[data-part=${part}]`).textContent = text;
  return element;
}

function pickItem([about, { on }]) {
  const [page, control] = about.split(" ");
  const name = nameOf("control", control);
  const day = new Date(`${on}T12:00`).toLocaleDateString(document.documentElement.lang, {
    dateStyle: "medium",
  });
  const item = made("pick", { control: name, where: word("options_pick_where", nameOf("page", page), day) });
  const button = item.querySelector("button");
  button.textContent = word("options_delete");
  button.setAttribute("aria-label", word("options_delete_one", name));
  button.dataset.about = about;
  return item;
}

async function show() {
  const [picks, found] = [Object.entries(await keptPicks()), await keptFound()];
  byId("picks").replaceChildren(...picks.map(pickItem));
  byId("no-picks").hidden = picks.length > 0;

  const count = (kind) => Object.values(found).reduce((sum, { [kind]: n = 0 }) => sum + n, 0);
  const counts = KINDS.map((kind) => [kind, count(kind)]).filter(([, n]) => n > 0);
  byId("found").replaceChildren(
    ...counts.map(([kind, n]) =>
      made("count", {
        kind: word(`options_found_${kind}`),
        count: n.toLocaleString(document.documentElement.lang),
      }),
    ),
  );
  byId("no-found").hidden = counts.length > 0;
  byId("clear").hidden = picks.length + counts.length === 0;
}

/** Says what was done, and puts the focus there: what had it is gone. */
function say(key) {
  byId("done").textContent = word(key);
  byId("done").hidden = false;
  byId("done").focus();
}

const actions = {
  async delete({ about }) {
    await dropPick(about);
    say("options_deleted");
  },
  async clear() {
    await forgetAll();
    say("options_cleared");
  },
};

document.addEventListener("click", async ({ target }) => {
  const { dataset } = target.closest("[data-action]") ?? {};
  if (!dataset) return;
  await actions[dataset.action](dataset);
  await show();
});

const { documentElement } = document;
[documentElement.lang, documentElement.dir] = [word("overlay_language"), word("overlay_direction")];
document.title = word("options_title");
for (const element of document.querySelectorAll("[data-i18n]"))
  element.textContent = word(element.dataset.i18n);
api().storage.onChanged.addListener((_changes, area) => area === "local" && show());
show();
