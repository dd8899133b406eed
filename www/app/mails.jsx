// What is looked at before leaving besides orders and money: the site's mails, and its own file of the account's data.

import { Button, Card, Page, useSite } from "./kit.jsx";

export function Subscriptions() {
  const { t } = useSite();
  return (
    <Page title={t("subscriptions")}>
      <Card>
        <label>
          <input type="checkbox" defaultChecked /> {t("subscriptionsText")}
        </label>
      </Card>
    </Page>
  );
}

export function DataDownload() {
  const { t } = useSite();
  return (
    <Page title={t("dataDownload")}>
      <Card>
        <p>{t("dataDownloadText")}</p>
        <Button>{t("dataDownload")}</Button>
      </Card>
    </Page>
  );
}
