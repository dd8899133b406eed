// The bar on top of every page, with the account menu at its end: shown on hover, on focus, and on a tap.

import { Fragment, useState } from "react";
import { ACCOUNT } from "../site.mjs";
import { Control, css, Link, useSend, useSite } from "./kit.jsx";

const MENU = [
  ["account", "myAliExpress"],
  ["orders", "myOrders"],
  ["wallet", "wallet"],
  ["coupons", "coupons"],
  ["settings", "settings"],
];

function AccountMenu({ view }) {
  const { t, link } = useSite();
  const send = useSend();
  const [open, setOpen] = useState(false);
  const Entry = view === "home" ? Control : Fragment;
  const leave = async () => {
    await send("signout", {});
    location.assign(link("home"));
  };
  return (
    <div
      className={css("my-account--menuItem")}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
    >
      <Entry>
        <Link to="account" className={css("my-account--entry")} aria-haspopup="true">
          <span className={css("my-account--face")} aria-hidden="true">
            {ACCOUNT.first[0]}
          </span>
          <span>{t("account")}</span>
        </Link>
      </Entry>
      {open && (
        <ul className={css("my-account--flyout")}>
          {MENU.map(([view, word]) => (
            <li key={view}>
              <Link to={view}>{t(word)}</Link>
            </li>
          ))}
          <li>
            <button type="button" onClick={leave}>
              {t("signOut")}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

const SignedOut = () => {
  const { t } = useSite();
  return (
    <div className={css("my-account--menuItem")}>
      <Link to="signin" className={css("my-account--signin")}>
        {t("signInRegister")}
      </Link>
    </div>
  );
};

export function Header({ view }) {
  const { t, place, switches } = useSite();
  return (
    <header className={css("pc-header--bar", place.mobile && "pc-header--mobile")}>
      <Link to="home" className={css("pc-header--brand")}>
        AliExpress
      </Link>
      <form className={css("search--form")} role="search" onSubmit={(event) => event.preventDefault()}>
        <input type="search" placeholder={t("search")} aria-label={t("search")} />
      </form>
      <nav className={css("pc-header--links")}>
        <Link to="help">{t("help")}</Link>
        <Link to="personal">{t("myAccount")}</Link>
      </nav>
      {switches.as === "member" ? <AccountMenu view={view} /> : <SignedOut />}
    </header>
  );
}
