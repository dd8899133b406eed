// The rehearsal's report: one page to leaf through, each walk as a row of pictures with what the guide said.

const escape = (text) =>
  String(text).replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 100rem; padding: 2rem; }
  table { border-collapse: collapse; margin-block: 1rem 2rem; }
  th, td { padding: 0.3rem 1rem 0.3rem 0; text-align: start; border-block-end: 1px solid #8884; }
  section { margin-block-end: 2.5rem; }
  h2 { font-size: 1.1rem; margin-block-end: 0.5rem; }
  ol { display: flex; gap: 1rem; overflow-x: auto; padding: 0 0 1rem; margin: 0; list-style: none; }
  li { flex: 0 0 24rem; }
  img { width: 100%; height: 15rem; object-fit: contain; object-position: top; background: #8882; border-radius: 6px; }
  p { margin: 0.3rem 0; font-size: 0.85rem; }
  .failed { color: #c62828; }
`;

const row = (cells, tag = "td") =>
  `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;

const step = ({ picture, words, state }, n) => `
  <li>
    ${picture ? `<a href="${escape(picture)}"><img src="${escape(picture)}" alt="Step ${n + 1}" loading="lazy" /></a>` : ""}
    <p${state === "stuck" ? ' class="failed"' : ""} dir="auto"><b>${n + 1}</b> ${escape(words).slice(0, 400)}</p>
  </li>`;

const walkOf =
  (titles) =>
  ({ each, browser, pictures, seconds, ok }) => `
  <section>
    <h2${ok ? "" : ' class="failed"'}>${escape(each.flow)}: ${escape(each.name)}, ${escape(each.gen)},
      ${escape(each.lang ?? "en")} · ${escape(titles[browser])} · ${seconds.toFixed(1)} s${ok ? "" : " · stuck"}</h2>
    <ol>${pictures.map(step).join("")}</ol>
  </section>`;

export function report(all, titles, table) {
  const heads = Object.keys(table[0] ?? {});
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Farewell: the rehearsal</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <h1>The rehearsal</h1>
    <p>${Object.values(titles).map(escape).join(" and ")}, on the practice site. Nothing here is AliExpress.</p>
    <table><thead>${row(heads, "th")}</thead><tbody>${table.map((line) => row(Object.values(line))).join("")}</tbody></table>
    ${all.map(walkOf(titles)).join("")}
  </body>
</html>
`;
}
