// The screens of the overlay that are looked at: the page, what is done there, and what shows in the overlay then.

import { CONTROL, page, profile } from "../e2e/harness/hostile.mjs";

const FIELDS = `<form method="post" action="?"><p><label for="mail">Email address</label><br><input type="email" id="mail" name="email"></p>
  <p><span>Please type "<b>Deactivate my account</b>" in the box below</span><br><input type="text" id="phrase" name="confirm"></p>
  <p><label for="why">Reason</label><br><select id="why" name="reason"><option value="">Please select</option><option value="1">Too many emails</option></select></p>
  <p><label><input type="checkbox"> I have read the notice</label></p>
  <p><button type="submit" class="btn">Deactivate My Account</button></p></form>`;
const DIALOG = `<h2>Delete my account</h2><dialog id="ask"><h3>Are you sure?</h3><p>Please type “agree” to delete your account.</p>
  <input type="text" aria-label="agree"><p><button type="button">Cancel</button> <button type="button">Delete</button></p></dialog>`;
const HIDDEN = `<div style="height:80px;overflow:auto"><p style="height:400px">More</p>${CONTROL}</div>`;
const COVER = `<p>${CONTROL}</p><div id="cover" popover="manual" style="margin:0;inset:0;width:100%;height:100%">We use cookies</div>`;

export const SCREENS = {
  "press this": { html: profile(), shows: "[part=spotlight]" },
  "show me where": { html: profile(HIDDEN), shows: "[data-action=show]" },
  "a layer lies over it": {
    html: profile(COVER),
    shows: ".cover",
    act: (tab) => tab.evaluate(() => document.querySelector("#cover").showPopover()),
  },
  "fill in the form": {
    html: page(FIELDS, { title: "Deactivate Account" }),
    address: "FORM",
    shows: "[data-undo]",
  },
  "the last press, in a dialog": {
    html: page(DIALOG, { title: "Privacy Center", script: "ask.showModal()" }),
    address: "PRIVACY",
    flow: "delete",
    shows: ".callout[data-grave]",
  },
  "not a page of the way": {
    html: page("<p>Nothing here</p>", { title: "Something else" }),
    shows: "#title",
  },
};
