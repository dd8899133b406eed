// One order in detail.

import { ordersOf } from "../orders.mjs";
import { ACCOUNT } from "../site.mjs";
import { Button, Card, css, Page, useSite } from "./kit.jsx";

const Row = ({ name, children }) => (
  <div className="info-row">
    <span>{name}</span> <span className="info-row-right">{children}</span>
  </div>
);

export function Order() {
  const site = useSite();
  const { t } = site;
  const { orders } = ordersOf(site);
  const asked = new URLSearchParams(location.search).get("orderId");
  const order = orders.find(({ id }) => id === asked) ?? orders[0];
  return (
    <Page title={t("orderDetails")}>
      <div className="order-status order-block">
        <div className="order-block-title">{t(order.state)}</div>
        {order.state === "completed" && <Button>{t("downloadInvoice")}</Button>}
      </div>
      <Card title={t("shipTo")}>
        <div className="contact-info">
          {ACCOUNT.name}, <bdi>Rua das Flores 12, 4000-123 Porto</bdi>
        </div>
      </Card>
      <Card>
        <Row name={t("orderId")}>{order.id}</Row>
        <Row name={t("orderDate")}>{order.date}</Row>
        <Row name={t("payment")}>Visa ···· 4242</Row>
      </Card>
      <Card title={t("store")}>
        <div className="order-detail-item-content">
          <div className="item-title">
            <a href="/item/1005001234567890.html">{t(order.product)}</a>
          </div>
          <div className="item-price">
            {order.total} <span className="item-price-quantity">x{order.count}</span>
          </div>
        </div>
        <div className={`order-price-item ${css("order--total")}`}>
          <span className="left-col">{t("total")}</span> <span className="right-col">{order.total}</span>
        </div>
      </Card>
    </Page>
  );
}
