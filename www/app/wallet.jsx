// The wallet: what would be forfeited, and the saved cards, each with a "Delete card" that is none of ours.

import { Button, Card, css, Page, useSite } from "./kit.jsx";

const SUMS = { balance: "US $12.40", bonus: "US $3.00", giftCard: "US $25.00" };
const NOTHING = "US $0.00";
const BONUS_ENDS = "2027-01-31";

export function Wallet() {
  const { t, switches } = useSite();
  const isEmpty = switches.money === "none";
  return (
    <Page title={t("wallet")}>
      <div className={css("tiles--row")}>
        {Object.entries(SUMS).map(([name, sum]) => (
          <Card key={name} title={t(name)}>
            <strong>{isEmpty ? NOTHING : sum}</strong>
            {name === "bonus" && !isEmpty && <p>{t("validUntil", { date: BONUS_ENDS })}</p>}
          </Card>
        ))}
      </div>
      <Card title={t("cards")}>
        {["Visa ···· 4242", "Mastercard ···· 5100"].map((card) => (
          <div key={card} className={css("setting--row")}>
            <bdi>{card}</bdi>
            <Button>{t("removeCard")}</Button>
          </div>
        ))}
        <Button kind="primary">{t("addCard")}</Button>
      </Card>
    </Page>
  );
}
