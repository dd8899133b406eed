// The gallery's page: a row of pictures for each screen, all languages side by side; the theme is switched by its style alone.

const picture = ({ language, theme, path }, width) =>
  `<figure data-theme="${theme}"><a href="${path}"><img src="${path}" width="${width}" loading="lazy" alt="${language}, ${theme}"></a>
  <figcaption>${language}</figcaption></figure>`;

const row = ({ name, width, pictures }) =>
  `<h2>${name}</h2><div class="row">${pictures.map((one) => picture(one, width)).join("\n")}</div>`;

const choice = (theme, n) =>
  `<label><input type="radio" name="theme" id="${theme}"${n ? "" : " checked"}> ${theme}</label>`;

/** `screens` as {name, width, pictures: [{language, theme, path}]}, paths as seen from the page. */
export const galleryPage = (screens, themes) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Farewell: all screens in all languages</title>
<style>
  body { margin: 0; padding: 1rem; background: #777; color: #fff; font: 1rem/1.4 system-ui, sans-serif }
  h2 { margin: 2rem 0 0.5rem; font-size: 1.125rem }
  form { position: sticky; top: 0; padding: 0.5rem; background: #555 }
  .row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
  figure { margin: 0; flex: none }
  figcaption { font-weight: 600 }
  ${themes.map((theme) => `:root:not(:has(#${theme}:checked)) [data-theme=${theme}] { display: none }`).join("\n  ")}
</style>
<h1>Farewell: all screens in all languages</h1>
<form>${themes.map(choice).join(" ")}</form>
${screens.map(row).join("\n")}
`;
