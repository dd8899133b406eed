// The keyboard shortcuts of the manifest's `commands`. They reach the guide where the page takes the focus back, or is made
// inert as a whole. Opening the popup is the browser's own; the others go to the guide of the tab in front, and do nothing
// where none runs. Firefox for Android has no shortcuts.
import { api } from "./api.js";
import { guideOf } from "./store.js";
import { tell } from "./tabs.js";

/** What each shortcut is, as the manifest wants it. The person may change the keys in the browser. */
export const commands = {
  _execute_action: { suggested_key: { default: "Alt+Shift+F" } },
  next: { suggested_key: { default: "Alt+Shift+N" }, description: "__MSG_command_next__" },
  show: { suggested_key: { default: "Alt+Shift+W" }, description: "__MSG_command_show__" },
  // No key of its own: nobody is to end a guide by a slip of the hand.
  stop: { description: "__MSG_command_stop__" },
};

/** The person has pressed a shortcut; `tab` is the one in front, where the browser says so. */
export async function commandPressed(command, tab) {
  const { id } = tab ?? (await api().tabs.query({ active: true, lastFocusedWindow: true }))[0] ?? {};
  if (id !== undefined && (await guideOf(id))) await tell(id, { type: "command", command });
}
