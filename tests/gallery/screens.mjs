// Every screen that a person meets, brought up in a chosen language and theme: the extension's own pages and the callout in a page.
// The gallery takes pictures of them, the short form in `npm test` looks whether anything is cut.

import { calloutThat, start } from "../e2e/harness.mjs";
import { OWNER } from "../e2e/harness/person.mjs";
import { at } from "../e2e/harness/practice.mjs";
import { openOwn, OWN, shows } from "../a11y/own.mjs";

export const POPUP = { width: 372, height: 600 };
export const PHONE = { width: 390, height: 844 };

/** What is open in the browser for all screens: a page without a guide, and one with. */
export async function openScene(lab) {
  const plain = await lab.open(at("account"));
  const foreign = await lab.open("https://aliexpress.com.example.org/");
  const guided = await lab.open(at("profile"));
  await guided.setViewport(PHONE);
  await start(lab, guided, "deactivate", { reason: "privacy", email: OWNER.email });
  const tabs = {
    plain: await lab.tabIdOf(plain),
    guided: await lab.tabIdOf(guided),
    foreign: await lab.tabIdOf(foreign),
  };
  return { lab, guided, tabs };
}

/** Has everything that is opened from now on speak a language, in a theme. */
export const choose = ({ lab }, { language, theme }) =>
  lab.inExtension((api, options) => api.storage.local.set({ options }), { language, theme });

/** A page of the extension's own, about the tab without a guide or the one with. */
const own = (page, { tab = "plain", viewport = PHONE } = {}) => ({
  viewport,
  open: ({ lab, tabs }) => openOwn(lab, tabs[tab], page, { viewport, features: [] }),
  close: (shown) => shown.close(),
});

/** The callout on a page of the practice site; the tab stays, its guide with it. */
const callout = (view, wanted) => ({
  viewport: PHONE,
  inPage: true,
  async open({ lab, guided }) {
    await guided.bringToFront();
    await lab.go(guided, at(view, { reason: "select" }));
    await calloutThat(lab, guided, wanted);
    return guided;
  },
  close: async () => {},
});

/** The popup, once the step that it goes to is in sight. */
const popup = ({ act, ...page }, tab) =>
  own(
    {
      ...page,
      async act(tab) {
        await act?.(tab);
        await tab.waitForFunction(() => {
          const track = document.querySelector("#track");
          return track.scrollLeft % track.clientWidth === 0;
        });
      },
    },
    { tab, viewport: POPUP },
  );

const OWN_SCREENS = Object.fromEntries(
  Object.entries(OWN).map(([name, page]) => [
    name,
    page.path === "popup.html" ? popup(page, page.about) : own(page),
  ]),
);

const LAST_PRESS = callout("deactivate", { page: "deactivate-form", control: "submit" });

/** A screen as it is once another was there. */
const afterwards = (first, screen) => ({
  ...screen,
  async open(scene) {
    await first.open(scene);
    return screen.open(scene);
  },
});

/** What is looked at, by its name: `open` answers with the tab that shows it, `close` takes it away again. */
export const SCREENS = {
  ...OWN_SCREENS,
  "callout: press this": callout("profile", { page: "edit-profile", control: "deactivate" }),
  "callout: the last press": LAST_PRESS,
  "popup: the guide runs": afterwards(
    LAST_PRESS,
    popup({ path: "popup.html", act: shows("#running") }, "guided"),
  ),
  checklist: own({ path: "before.html", act: shows("[data-before]") }),
  letter: own({ path: "letter.html" }),
  afterwards: own({ path: "after.html" }),
};
