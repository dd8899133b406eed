// The skeleton of a page that the popup offers: read before it is saved, and with nothing of the person in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calloutThat, eachBrowser, leavePopup, openPopup, start, stop, until } from "./harness.mjs";
import { takeDownloads } from "./harness/files.mjs";
import { OWNER } from "./harness/person.mjs";
import { at } from "./harness/practice.mjs";

/** What a page may say of a person, written into it where the guide reads. */
const PLANTED = {
  name: "Maximiliane Oppenländer",
  street: "Wacholderweg",
  order: "8173640925518273",
  email: "oppenlaender@posteo.example",
};

eachBrowser("skeleton", (lab) => {
  test("it is shown before it is saved, tells what the lexicon knows, and nothing of the person", async () => {
    const page = await lab().open(at("profile"));
    await lab().look(
      page,
      ({ name, street, order, email }) => {
        const place = document.createElement("form");
        place.id = `order-${order}`;
        const [first, last] = name.toLowerCase().split(" ");
        place.innerHTML = `<h3>Delete order ${order} of ${name}</h3>
          <label>E-mail <input type="email" placeholder="${email}"></label>
          <button type="button" id="user-${first}" class="button-${order} ${last}" data-testid="${street}_row">Delete address ${street} 4711</button>`;
        document.body.append(place);
      },
      PLANTED,
    );
    await start(lab(), page, "deactivate", { reason: "privacy", email: OWNER.email });
    await calloutThat(lab(), page, { page: "edit-profile", state: "act" });

    const popup = await openPopup(lab(), page);
    await popup.evaluate(() => (document.querySelector("#diagnosis").open = true));
    assert.equal(await popup.$eval("#skeleton-read", (one) => one.checkVisibility()), false);
    await popup.click("[data-action=skeleton]");
    const shown = await until(
      () => popup.$eval("#skeleton", (one) => one.checkVisibility() && one.innerText),
      {
        what: "the skeleton shows",
      },
    );
    const { file } = await takeDownloads(lab());
    await popup.click("[data-action=save-skeleton]");
    assert.deepEqual(JSON.parse(await file("farewell-skeleton.json")), JSON.parse(shown));

    const { bones } = JSON.parse(shown);
    const planted = bones.find(({ name }) => /\{act\.delete\} \S+ Zyyy16/.test(name.words));
    assert.ok(planted, "the planted heading is there, by its shape");
    const words = [
      ...Object.values(PLANTED),
      ...PLANTED.name.split(" "),
      OWNER.email,
      OWNER.email.split("@")[0],
    ];
    for (const word of words) assert.ok(!shown.toLowerCase().includes(word.toLowerCase()), word);
    // All numbers in it are the reader's own: places, and how long words are.
    assert.doesNotMatch(shown, /4711|8173|\d{4}/);
    await leavePopup(popup);
    await stop(lab(), page);
  });
});
