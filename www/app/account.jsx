// The account's home: who is signed in, the orders at a glance, and the list of rooms, Settings among them.

import { ordersOf } from "../orders.mjs";
import { ACCOUNT } from "../site.mjs";
import { Card, Control, css, Link, Page, useSite } from "./kit.jsx";

const ROOMS = [
  ["account", "overview"],
  ["orders", "myOrders"],
  ["wallet", "wallet"],
  ["coupons", "coupons"],
  ["disputes", "disputes"],
  ["settings", "settings"],
  ["addresses", "addresses"],
  ["privacy", "privacyCenter"],
  ["help", "help"],
];

const TILES = {
  toPay: "toPay",
  processing: "processing",
  awaitingDelivery: "processed",
  completed: "completed",
};

export function Account() {
  const site = useSite();
  const { t, email } = site;
  const { orders } = ordersOf(site);
  return (
    <Page title={t("account")} className={css("page--split")}>
      <nav className={css("side--menu")}>
        {ROOMS.map(([view, word]) => {
          const link = (
            <Link key={view} to={view}>
              {t(word)}
            </Link>
          );
          return view === "settings" ? <Control key={view}>{link}</Control> : link;
        })}
      </nav>
      <div>
        <Card>
          <div className={css("hello--row")}>
            <span className={css("my-account--face", "hello--face")} aria-hidden="true">
              {ACCOUNT.first[0]}
            </span>
            <div>
              <h2>{t("hello", { name: ACCOUNT.name })}</h2>
              <p>{email}</p>
            </div>
          </div>
        </Card>
        <Card title={t("myOrders")}>
          <div className={css("tiles--row")}>
            {Object.entries(TILES).map(([state, word]) => (
              <Link key={state} to="orders">
                <strong>{orders.filter((order) => order.state === state).length}</strong> {t(word)}
              </Link>
            ))}
          </div>
        </Card>
        <Card title={t("welcome")}>
          <p className={css("quiet--text")}>
            {t("product1")} · {t("product3")} · {t("product6")}
          </p>
        </Card>
      </div>
    </Page>
  );
}
