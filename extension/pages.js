// The letter's page and the page for afterwards begin here. Both share one module, compiled while it arrives; everything
// after that is Rust (src/pages).
import init, { after, letter } from "pages:glue";

const api = globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome;
const begin = { after, letter };

init({ module_or_path: "pages.wasm" })
  .then(() => begin[document.documentElement.dataset.page]())
  .catch((error) => {
    console.error(error);
    const words = document.getElementById("failed");
    words.textContent = api.i18n.getMessage("popup_failed");
    words.hidden = false;
  });
