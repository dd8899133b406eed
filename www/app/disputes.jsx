// Returns and refunds: one still open, two closed.

import { orderAt } from "../orders.mjs";
import { Button, Card, css, Page, useSite } from "./kit.jsx";

export function Disputes() {
  const { t, lang } = useSite();
  return (
    <Page title={t("disputes")}>
      {[3, 11, 17].map((n) => {
        const order = orderAt(n, lang);
        return (
          <Card key={n}>
            <div className={css("setting--row")}>
              <div>
                <strong>{t(n === 3 ? "inProgress" : "finished")}</strong>
                <p>
                  {t("orderId")}: {order.id}
                </p>
                <p>
                  {t(order.product)} · {order.total} · {order.date}
                </p>
              </div>
              <Button>{t("viewDetails")}</Button>
            </div>
          </Card>
        );
      })}
    </Page>
  );
}
