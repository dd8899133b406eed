// The first page: opened once, when the extension is installed; an update is no new beginning.
import { api } from "./api.js";

export async function installed({ reason }) {
  if (reason === "install") await api().tabs.create({ url: api().runtime.getURL("welcome.html") });
}
