// What has to stand in each cell of each format, said anew from the contract and apart from the code that writes the files.

const CSV_COLUMNS =
  "order_id,order_date,status,store,item_id,item,variant,quantity,unit_price,order_total,currency,order_total_text,protection_until,order_url,item_url,store_url".split(
    ",",
  );

const guarded = (cell) => (/^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell);

/** The rows of the CSV file, its head first. */
export function csvRows({ orders }) {
  const rows = [CSV_COLUMNS];
  for (const order of orders) {
    const items = order.items.length > 0 ? order.items : [{}];
    items.forEach((item, at) => {
      const first = at === 0;
      const values = {
        ...order,
        ...item,
        order_total: first ? order.total.amount : null,
        order_total_text: first ? order.total.text : null,
        currency: (item.unit_price ?? null) === null ? order.total.currency : item.currency,
      };
      rows.push(CSV_COLUMNS.map((column) => guarded(String(values[column] ?? ""))));
    });
  }
  return rows;
}

const text = (value) => (value === null ? null : { text: value });
const number = (value) =>
  value === null ? null : { number: Number(value), cents: (String(value).split(".")[1] ?? "").length };
const date = (value) => (value === null ? null : { date: value });

/** The cells of the two sheets of the XLSX file, their heads first. */
export function xlsxSheets({ orders }) {
  const head = (names) => names.map((name) => ({ text: name }));
  return {
    orders: [
      head([
        ..."order_id,order_date,status,store,order_total,currency,order_total_text,protection_until".split(
          ",",
        ),
        ...["order_url", "store_url"],
      ]),
      ...orders.map((order) => [
        text(order.order_id),
        date(order.order_date),
        text(order.status),
        text(order.store),
        number(order.total.amount),
        text(order.total.currency),
        text(order.total.text),
        date(order.protection_until),
        text(order.order_url),
        text(order.store_url),
      ]),
    ],
    items: [
      head("order_id,item_id,item,variant,quantity,unit_price,currency,item_url".split(",")),
      ...orders.flatMap(({ order_id, items }) =>
        items.map((item) => [
          text(order_id),
          text(item.item_id),
          text(item.item),
          text(item.variant),
          number(item.quantity),
          number(item.unit_price),
          text(item.currency),
          text(item.item_url),
        ]),
      ),
    ],
  };
}

/** What the printable page shows, an order after the other: its own values, then those of each item; what is missing is left out. */
export function htmlOrders({ orders }) {
  const shown = (values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? null) !== null));
  return orders.map(({ items, total, ...order }) => ({
    order: shown({
      ...order,
      order_total: total.amount,
      currency: total.currency,
      order_total_text: total.text,
    }),
    items: items.map((item) =>
      shown({ ...item, quantity: item.quantity === null ? null : String(item.quantity) }),
    ),
  }));
}
