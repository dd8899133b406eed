// The background: who starts whom.
//
//   popup ──start──▶ messages ──▶ store (storage.session)
//                       │
//                       ▼
//   tab event ──▶ tabs ──▶ inject ──▶ policy: which form ──▶ the engine in the page ──hello──▶ messages
//
// It sleeps most of the time, and a sleeping worker is only woken by listeners that were registered at once when this
// file ran. So all are, and those on tabs and headers are removed again as soon as storage says that no guide runs: a
// user who is not leaving never wakes us.
import { api } from "./api.js";
import { hasCollected } from "./collected.js";
import { commandPressed } from "./commands.js";
import { origins } from "./hosts.js";
import { follow } from "./inject.js";
import { migrateKept } from "./kept.js";
import { beginAnew, sweep } from "./leftovers.js";
import { answer } from "./messages.js";
import { noteHeaders } from "./policy.js";
import { running } from "./store.js";
import { tabCreated, tabRemoved, tabReplaced, tabUpdated } from "./tabs.js";
import { installed } from "./welcome.js";

const log = (error) => console.warn("Farewell:", error);

// What a guide has left is found by what storage says at the wake, so nothing may be changed there before.
const swept = sweep().catch(log);

/** An event's work, whose failure has no one to be told but the log. */
const quietly =
  (work) =>
  (...args) =>
    void swept.then(() => work(...args)).catch(log);

const onUpdated = quietly(tabUpdated);
const onCreated = quietly(tabCreated);
const onReplaced = quietly(tabReplaced);
const onRemoved = quietly(async (tabId, info) => {
  await tabRemoved(tabId, info);
  await rest();
});

/** Listens to what a running guide needs. Adding a listener twice is adding it once. */
function wake() {
  const { tabs, webRequest } = api();
  tabs.onUpdated.addListener(onUpdated);
  tabs.onCreated.addListener(onCreated);
  tabs.onReplaced.addListener(onReplaced);
  tabs.onRemoved.addListener(onRemoved);
  // Chromium only: Firefox has no such permission from us, and no need.
  webRequest?.onHeadersReceived.addListener(noteHeaders, { urls: origins, types: ["main_frame"] }, [
    "responseHeaders",
  ]);
}

/** Stops listening when no guide is left. */
async function rest() {
  if ((await running()).length > 0) return;
  const { tabs, webRequest } = api();
  tabs.onUpdated.removeListener(onUpdated);
  tabs.onCreated.removeListener(onCreated);
  // What was read in a tab goes with the tab, after the guide too.
  if (!(await hasCollected())) {
    tabs.onReplaced.removeListener(onReplaced);
    tabs.onRemoved.removeListener(onRemoved);
  }
  webRequest?.onHeadersReceived.removeListener(noteHeaders);
}

/** Begins to listen, at once. */
export function begin() {
  wake();
  quietly(rest)();

  api().runtime.onMessage.addListener((message, sender, respond) => {
    swept
      .then(() => answer(message, sender, { wake, rest }))
      .then(respond, () => respond({ error: "injection" }));
    return true;
  });

  api().commands?.onCommand.addListener(quietly(commandPressed));

  api().runtime.onInstalled.addListener(quietly(installed));

  // To be listened to at all wakes us with the browser: what was written down in its last session does not stay on the disk.
  api().runtime.onStartup.addListener(beginAnew);

  // Installed, or installed over another version.
  api().runtime.onInstalled.addListener(quietly(migrateKept));

  // A host that the user gives back midway: the guide goes on where it was.
  api().permissions.onAdded.addListener(
    quietly(async () => {
      for (const { tab } of await running()) await follow(tab);
    }),
  );
}
