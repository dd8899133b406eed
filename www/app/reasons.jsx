// The list of reasons, in the five forms that such a list takes. The values are the site's own and mean nothing.

import { useId, useState } from "react";
import { css, useSite } from "./kit.jsx";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function Select({ id, value, onChange, t }) {
  return (
    <select
      id={id}
      className={css("field--input")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("choose")}</option>
      {NUMBERS.map((n) => (
        <option key={n} value={`10${n}`}>
          {t(`reason${n}`)}
        </option>
      ))}
    </select>
  );
}

/** Radio buttons hold one value, check boxes any number, joined by commas. */
function Ticks({ id, type, value, onChange, t }) {
  const chosen = value.split(",").filter(Boolean);
  const change = ({ target }) => {
    const others = type === "radio" ? [] : chosen.filter((one) => one !== target.value);
    onChange([...others, ...(target.checked ? [target.value] : [])].join(","));
  };
  return (
    <div className={css("choice--list")}>
      {NUMBERS.map((n) => (
        <label key={n}>
          <input
            type={type}
            name={id}
            value={`10${n}`}
            checked={chosen.includes(`10${n}`)}
            onChange={change}
          />{" "}
          {t(`reason${n}`)}
        </label>
      ))}
    </div>
  );
}

function Listbox({ id, value, onChange, t }) {
  const [open, setOpen] = useState(false);
  const chosen = NUMBERS.find((n) => value === `10${n}`);
  const choose = (n) => {
    onChange(`10${n}`);
    setOpen(false);
  };
  return (
    <div className={css("choice--box")}>
      <button
        id={id}
        type="button"
        className={css("field--input")}
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chosen ? t(`reason${chosen}`) : t("choose")}
      </button>
      {open && (
        <ul role="listbox" aria-label={t("reason")}>
          {NUMBERS.map((n) => (
            <li key={n} role="option" tabIndex={0} aria-selected={n === chosen} onClick={() => choose(n)}>
              {t(`reason${n}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Text({ id, value, onChange }) {
  return (
    <textarea
      id={id}
      className={css("field--input")}
      rows={3}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const FORMS = {
  select: Select,
  radio: (props) => <Ticks type="radio" {...props} />,
  checkbox: (props) => <Ticks type="checkbox" {...props} />,
  listbox: Listbox,
  text: Text,
};

export function Reasons({ form }) {
  const { t, reason } = useSite();
  const id = useId();
  const Form = FORMS[reason];
  const grouped = reason === "radio" || reason === "checkbox";
  const error = form.errors.reason;
  return (
    <div
      className={css("field--row")}
      role={grouped ? "group" : undefined}
      aria-labelledby={grouped ? `${id}-label` : undefined}
    >
      {grouped ? (
        <span id={`${id}-label`}>{t("reasonQuestion")}</span>
      ) : (
        <label htmlFor={id}>{t("reasonQuestion")}</label>
      )}
      <Form id={id} value={form.values.reason} onChange={(value) => form.set("reason", value)} t={t} />
      {error && (
        <p className={css("field--error")} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
