// The order list as it was until 2021: one table, a body for each order.

import { html } from "../html.mjs";
import { ordersOf } from "../orders.mjs";
import { classicPage } from "./shell.mjs";

export function orders({ site, url }) {
  const { t, link } = site;
  const { orders: all, atATime } = ordersOf(site);
  const at = Number(url.searchParams.get("page") ?? 1);
  const pages = Math.max(1, Math.ceil(all.length / (atATime || 1)));
  const listed = all.slice((at - 1) * atATime, at * atATime);
  return classicPage(site, {
    here: "orders",
    title: t("myOrders"),
    body: html`
      <h1>${t("myOrders")}</h1>
      ${all.length === 0 && html`<p>${t("noOrders")}</p>`}
      <table id="buyer-ordertable" class="data">
        ${listed.map(
          (order) => html`
            <tbody class="order-item-wraper">
              <tr class="order-head">
                <td class="order-info" colspan="3">
                  <p class="first-row">${t("orderId")}: <span class="info-body">${order.id}</span></p>
                  <p class="second-row">${t("orderDate")}: <span class="info-body">${order.date}</span></p>
                </td>
              </tr>
              <tr class="order-body">
                <td><a href="${link("order", { query: { orderId: order.id } })}">${t(order.product)}</a></td>
                <td>${order.total} × ${order.count}</td>
                <td class="order-status"><span class="f-left">${t(order.state)}</span></td>
              </tr>
            </tbody>
          `,
        )}
      </table>
      <p id="simple-pager">
        ${at} / ${pages}
        ${at < pages && html`<a href="${link("orders", { query: { page: at + 1 } })}">${t("loadMore")}</a>`}
      </p>
    `,
  });
}
