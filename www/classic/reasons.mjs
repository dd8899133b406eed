// The list of reasons in the five forms that such a list takes.

import { html } from "../html.mjs";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const valueOf = (n) => `10${n}`;

const ticks = (type) => (name, chosen, t) =>
  NUMBERS.map(
    (n) => html`
      <div>
        <input
          type="${type}"
          name="${name}"
          id="r${n}"
          value="${valueOf(n)}"
          ${chosen === valueOf(n) && "checked"}
        />
        <label for="r${n}">${t(`reason${n}`)}</label>
      </div>
    `,
  );

const FORMS = {
  select: (name, chosen, t) => html`
    <select name="${name}">
      <option value="">${t("choose")}</option>
      ${NUMBERS.map(
        (n) =>
          html`<option value="${valueOf(n)}" ${chosen === valueOf(n) && "selected"}>
            ${t(`reason${n}`)}
          </option>`,
      )}
    </select>
  `,
  radio: ticks("radio"),
  checkbox: ticks("checkbox"),
  listbox: (name, chosen, t) => html`
    <div class="reason-list">
      <input type="hidden" name="${name}" value="${chosen}" />
      <button type="button" class="reason-list-button" aria-haspopup="listbox" aria-expanded="false">
        ${t("choose")}
      </button>
      <ul role="listbox" aria-label="${t("reason")}" hidden>
        ${NUMBERS.map(
          (n) => html`<li role="option" tabindex="0" id="reason-${valueOf(n)}">${t(`reason${n}`)}</li>`,
        )}
      </ul>
    </div>
  `,
  text: (name, chosen) => html`<textarea name="${name}" rows="3">${chosen}</textarea>`,
};

export const reasons = ({ reason, t }, name, chosen = "") => FORMS[reason](name, chosen, t);
