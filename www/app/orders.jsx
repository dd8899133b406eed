// The order list, with the structure that its readers lean on: .order-item and the data-pl names.

import { useState } from "react";
import { isOpen, isWithin, ordersOf, PERIODS } from "../orders.mjs";
import { isOn } from "../switches.mjs";
import { Button, css, Link, Page, useSite } from "./kit.jsx";

const TABS = {
  viewAll: () => true,
  toPay: ({ state }) => state === "toPay",
  processing: ({ state }) => state === "processing",
  processed: ({ state }) => state === "awaitingDelivery",
  completed: ({ state }) => state === "completed",
};

const BUTTONS = {
  toPay: ["payNow", "cancelOrder"],
  processing: ["cancelOrder"],
  awaitingDelivery: ["trackOrder", "confirmReceived"],
  completed: ["buyAgain", "removeOrder"],
  canceled: ["removeOrder"],
};

function OrderItem({ order }) {
  const { t, place } = useSite();
  return (
    <div className={`order-item ${place.mobile ? "order-item-mobile" : ""}`}>
      <div className="order-item-header">
        <div className="order-item-header-status" data-pl="order_item_header_status">
          <span className="order-item-header-status-text">{t(order.state)}</span>
        </div>
        <div className="order-item-header-right">
          <div className="order-item-header-right-info" data-pl="order_item_header_info">
            <div>
              {t("orderDate")}: {order.date}
            </div>
            <div>
              {t("orderId")}: {order.id} <span className={css("order--copy")}>{t("copy")}</span>
            </div>
          </div>
          <Link to="order" query={{ orderId: order.id }} data-pl="order_item_header_detail">
            {t("orderDetails")}
          </Link>
        </div>
      </div>
      <div className="order-item-store">
        <span className="order-item-store-name" data-pl="order_item_store_name">
          {t("store")}
        </span>
      </div>
      <div className="order-item-content">
        <div className="order-item-content-body">
          <div className="order-item-content-img" aria-hidden="true" />
          <div>
            <div className="order-item-content-info-name" data-pl="order_item_content_info_name">
              <span title={t(order.product)}>{t(order.product)}</span>
            </div>
            <div className="order-item-content-info-number">
              {order.total} <span className="order-item-content-info-number-quantity">x{order.count}</span>
            </div>
          </div>
        </div>
        <div className="order-item-content-opt">
          <span className="order-item-content-opt-price-total" data-pl="order_item_content_price_total">
            {t("total")}: {order.total}
          </span>
          <div className="order-item-btns">
            {BUTTONS[order.state].map((word) => (
              <Button key={word} className="order-item-btn">
                {t(word)}
              </Button>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

export function Orders() {
  const site = useSite();
  const { t } = site;
  const { orders, atATime } = ordersOf(site);
  const [tab, setTab] = useState("viewAll");
  const [shown, setShown] = useState(atATime);
  const [period, setPeriod] = useState(0);
  const offers = isOn(site.switches.period);
  const within = orders.filter((_, n) => !offers || isWithin(n, PERIODS[period][1]));
  const listed = within.filter(TABS[tab]);
  const choose = (name) => {
    setTab(name);
    setShown(atATime);
  };
  return (
    <Page title={t("myOrders")}>
      <div className="order-main" data-spm="order_list_main">
        <div className={css("tabs--row")} role="tablist">
          {Object.keys(TABS).map((name) => {
            const open = orders.filter((order) => isOpen(order) && TABS[name](order)).length;
            return (
              <div
                key={name}
                role="tab"
                tabIndex={0}
                className="comet-tabs-nav-item"
                aria-selected={tab === name}
                onClick={() => choose(name)}
              >
                {t(name)}
                {name !== "viewAll" && open > 0 && ` (${open})`}
              </div>
            );
          })}
        </div>
        {offers && (
          <label>
            {t("placedIn")}{" "}
            <select
              value={period}
              onChange={({ target }) => {
                setPeriod(Number(target.value));
                setShown(atATime);
              }}
            >
              {PERIODS.map(([name], n) => (
                <option key={name} value={n}>
                  {t(name)}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="order-content">
          {listed.length === 0 && <p className={css("quiet--text")}>{t("noOrders")}</p>}
          {listed.slice(0, shown).map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
          {listed.length > shown && (
            <div className="order-more" data-pl="order_more">
              <Button onClick={() => setShown(shown + atATime)}>{t("loadMore")}</Button>
            </div>
          )}
        </div>
      </div>
    </Page>
  );
}
