// "My AliExpress": greets, counts the orders; Account Settings is a tab of the red bar.

import { html } from "../html.mjs";
import { ordersOf } from "../orders.mjs";
import { ACCOUNT } from "../site.mjs";
import { classicPage } from "./shell.mjs";

export function account({ site }) {
  const { t, link } = site;
  const { orders } = ordersOf(site);
  const count = (state) => orders.filter((order) => order.state === state).length;
  return classicPage(site, {
    here: "account",
    title: t("myAliExpress"),
    body: html`
      <h1>${t("hello", { name: ACCOUNT.name })}</h1>
      <p>${t("email")}: ${site.email}</p>
      <table class="data">
        <thead>
          <tr>
            <th>${t("myOrders")}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${["toPay", "processing", "awaitingDelivery", "completed"].map(
            (state) => html`
              <tr>
                <td><a href="${link("orders")}">${t(state)}</a></td>
                <td>${count(state)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `,
  });
}
