// The coupons that are left.

import { Button, Card, css, Page, useSite } from "./kit.jsx";

const COUPONS = [
  ["US $4.00", "2026-12-31"],
  ["US $10.00", "2027-01-15"],
];

export function Coupons() {
  const { t } = useSite();
  return (
    <Page title={t("coupons")}>
      {COUPONS.map(([amount, date]) => (
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
