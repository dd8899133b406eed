// The home page: a shop window. Its way on is the account menu in the header.

import { Card, css, Page, useSite } from "./kit.jsx";

export function Home() {
  const { t } = useSite();
  return (
    <Page title={t("welcome")}>
      <div className={css("goods--grid")}>
        {[1, 2, 3, 4, 5, 6].map((n) => (
          <Card key={n}>
            <a href="/item/1005001234567890.html">
              <span className={css("goods--picture", `goods--tone${"ABCDEF"[n - 1]}`)} aria-hidden="true" />
              <span>{t(`product${n}`)}</span>
            </a>
            <strong>US ${(n * 3.7).toFixed(2)}</strong>
          </Card>
        ))}
      </div>
    </Page>
  );
}
