// The little script of the 2020 pages: brings in the page's next control late, never or again and again (its switches
// stand on this script's own element), and plays the custom reason list.

const { late, never, churn } = document.currentScript.dataset;

for (const template of document.querySelectorAll("template.slot")) {
  if (never === "1") continue;
  let shown = [];
  const show = () => {
    for (const node of shown) node.remove();
    const fresh = template.content.cloneNode(true);
    shown = [...fresh.childNodes];
    template.after(fresh);
  };
  setTimeout(() => {
    show();
    if (Number(churn) > 0) setInterval(show, Number(churn));
  }, Number(late));
}

for (const list of document.querySelectorAll(".reason-list")) {
  const [button, options, field] = [".reason-list-button", "[role=listbox]", "input"].map((part) =>
    list.querySelector(part),
  );
  const open = (yes) => {
    options.hidden = !yes;
    button.setAttribute("aria-expanded", String(yes));
  };
  button.addEventListener("click", () => open(options.hidden));
  options.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (!option) return;
    for (const one of options.children) one.setAttribute("aria-selected", String(one === option));
    field.value = option.id.replace("reason-", "");
    button.textContent = option.textContent;
    open(false);
  });
}

// A sign-in form sends the fragment along, so that a page behind a hash is found again.
for (const field of document.querySelectorAll("input[name=fragment]")) field.value = location.hash;
