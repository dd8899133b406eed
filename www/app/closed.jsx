// The notice that a closed account's owner meets: closed by its owner, who may ask for it back, or by the site.

import { Button, Card, Control, css, Link, Page, useSite } from "./kit.jsx";

export function Closed() {
  const { t, switches } = useSite();
  const terminated = switches.as === "terminated";
  const kind = terminated ? "terminated" : "closed";
  return (
    <Page title={t(`${kind}Title`)} className={css("page--narrow")}>
      <Card>
        <p role="alert">{t(`${kind}Text`)}</p>
        {terminated ? (
          <Button>{t("contact")}</Button>
        ) : (
          <Control>
            <Link to="reactivate" className={css("btn--base", "btn--primary")}>
              {t("reactivate")}
            </Link>
          </Control>
        )}
      </Card>
    </Page>
  );
}
