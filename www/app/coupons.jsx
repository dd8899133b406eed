// The coupons that are left.

import { Button, Card, css, Page, useSite } from "./kit.jsx";

const COUPONS = [
  ["US $4.00", "2026-12-31"],
  ["US $10.00", "2027-01-15"],
];

export function Coupons() {
  const { t, switches } = useSite();
  const coupons = switches.money === "none" ? [] : COUPONS;
  return (
    <Page title={t("coupons")}>
      {coupons.length === 0 && <p>{t("noCoupons")}</p>}
      {coupons.map(([amount, date]) => (
        <Card key={amount} title={t("off", { amount })}>
          <div className={css("setting--row")}>
            <p>{t("validUntil", { date })}</p>
            <Button>{t("useNow")}</Button>
          </div>
        </Card>
      ))}
    </Page>
  );
}
