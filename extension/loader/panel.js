// The popup begins here. An extension page may load its module as a file of its own, compiled while it arrives.
import init, { start } from "panel:glue";

const api = globalThis.browser ?? globalThis.chrome;

init({ module_or_path: fetch(api.runtime.getURL("panel.wasm")) })
  .then(() => start())
  .catch((error) => {
    console.error(error);
    document.body.textContent = api.i18n.getMessage("popupBroken");
  });
