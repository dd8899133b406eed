// Returns and refunds: the latest still open, refunded a few days ago, or finished long ago, and two that are finished; or none.

import { orderAt } from "../orders.mjs";
import { Button, Card, css, Page, useSite } from "./kit.jsx";

const DAY = 86_400_000;

export function Disputes() {
  const { t, switches } = useSite();
  const { cases } = switches;
  return (
    <Page title={t("disputes")}>
      {cases === "none" ? (
        <p>{t("noCases")}</p>
      ) : (
        [3, 11, 17].map((n) => <Case key={n} n={n} latest={n === 3} />)
      )}
    </Page>
  );
}

function Case({ n, latest }) {
  const { t, lang, switches } = useSite();
  const order = orderAt(n, lang);
  const isOpen = latest && switches.cases === "open";
  const refunded = new Date(Date.now() - 3 * DAY).toISOString().slice(0, 10);
  return (
    <Card>
      <div className={css("setting--row")}>
        <div>
          <strong>{t(isOpen ? "inProgress" : "finished")}</strong>
          <p>
            {t("orderId")}: {order.id}
          </p>
          <p>
            {t(order.product)} · {order.total}
          </p>
          <p>{latest && switches.cases === "refund" ? refunded : order.date}</p>
        </div>
        <Button>{t("viewDetails")}</Button>
      </div>
    </Card>
  );
}
