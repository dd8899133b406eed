// The popup begins here. An extension page may load its module as a file of its own, compiled while it arrives;
// everything after that is Rust (src/panel).
import init, { start } from "panel:glue";

const api = globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome;

init({ module_or_path: "popup.wasm" })
  .then(() => start())
  .catch((error) => {
    console.error(error);
    const words = document.getElementById("failed");
    words.textContent = api.i18n.getMessage("popup_failed");
    words.hidden = false;
  });
