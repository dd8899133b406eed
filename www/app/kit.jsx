// What the pages of the app share: the visit (words, links, switches), moving without a reload, sending a form,
// and the control that the switches make late, never there, or ever new.

import { createContext, Fragment, useContext, useEffect, useId, useState } from "react";
import { routeAt } from "../routes.mjs";
import { isOn } from "../switches.mjs";
import { css } from "./hashed.mjs";

export { css };

export const Visit = createContext(null);
export const useSite = () => useContext(Visit);

/** What the app can draw at an address on this host, without asking the server. */
export function viewAt(site, url) {
  const route = routeAt(site.place, url.pathname);
  return route && !route.own && route.gen !== "2020" ? route.view : undefined;
}

/** A link to a view: within this host it changes the page in place, else it is an ordinary link. */
export function Link({ to, hash, query, className, children, ...rest }) {
  const site = useSite();
  const href = site.link(to, { hash, query });
  const go = (event) => {
    const url = new URL(href);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    const { as, loop, account } = site.switches;
    // Only the server knows where these lead.
    const isSent = as !== "member" || isOn(loop) || account === "personal";
    const stays = url.origin === location.origin && viewAt(site, url) && !isSent;
    if (modified || rest.target || hash !== undefined || !stays) return;
    event.preventDefault();
    history.pushState(null, "", href);
    site.moved();
  };
  return (
    <a href={href} className={className} onClick={go} {...rest}>
      {children}
    </a>
  );
}

/** A link or button as an icon without a name or an address. */
function Icon({ of: { to, href, hash, query, onClick, className, disabled, type = "button" } }) {
  const { link } = useSite();
  const go = () => location.assign(href ?? link(to, { hash, query }));
  const look = className ?? css("btn--base", "btn--plain");
  return (
    <button type={type} className={look} disabled={disabled} onClick={to || href ? go : onClick}>
      <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeWidth="2">
        <circle cx="12" cy="12" r="9" />
        <path d="M8 12h8m-3-4 4 4-4 4" />
      </svg>
    </button>
  );
}

/** The control that the page is about. */
export function Control({ children }) {
  const { late, never, churn, icon } = useSite().switches;
  const [ready, setReady] = useState(!late && !isOn(never));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (ready || isOn(never)) return;
    const timer = setTimeout(() => setReady(true), late);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!churn) return;
    const timer = setInterval(() => setTurn((n) => n + 1), churn);
    return () => clearInterval(timer);
  }, []);
  const shown = isOn(icon) ? <Icon of={children.props} /> : children;
  return ready ? <Fragment key={turn}>{shown}</Fragment> : null;
}

/** How to send a form to the site; its answer may have changed the account. */
export function useSend() {
  const { became } = useSite();
  return async (name, fields) => {
    const response = await fetch(`/_api/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    const answer = await response.json();
    became(answer.as);
    return answer;
  };
}

/** The state of a form: its values, the errors that the site found, and how to send it. */
export function useForm(name, first, done) {
  const [values, setValues] = useState(first);
  const [errors, setErrors] = useState({});
  const [busy, setBusy] = useState(false);
  const send = useSend();
  const set = (field, value) => {
    setValues((before) => ({ ...before, [field]: value }));
    setErrors((before) => ({ ...before, [field]: undefined }));
  };
  const submit = async (event) => {
    event?.preventDefault();
    setBusy(true);
    const answer = await send(name, values);
    setBusy(false);
    setErrors(answer.errors);
    if (answer.ok) done(answer);
  };
  return { values, errors, busy, set, submit };
}

export function Button({ kind = "plain", className, ...rest }) {
  return (
    <button type="button" className={`${css("btn--base", `btn--${kind}`)} ${className ?? ""}`} {...rest} />
  );
}

export function Field({ form, name, label, hint, id: given, ...rest }) {
  const own = useId();
  const id = given ?? own;
  const error = form.errors[name];
  return (
    <div className={css("field--row")}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={css("field--input", error && "field--wrong")}
        value={form.values[name]}
        aria-invalid={Boolean(error)}
        autoComplete="off"
        onChange={(event) => form.set(name, event.target.value)}
        {...rest}
      />
      {error ? (
        <p className={css("field--error")} role="alert">
          {error}
        </p>
      ) : (
        hint && <p className={css("field--hint")}>{hint}</p>
      )}
    </div>
  );
}

export function Page({ title, children, aside, className }) {
  return (
    <main className={`${css("page--main")} ${className ?? ""}`}>
      <div className={css("page--head")}>
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </main>
  );
}

export const Card = ({ title, children }) => (
  <section className={css("card--box")}>
    {title && <h2>{title}</h2>}
    {children}
  </section>
);
