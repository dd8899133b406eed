// What the site says when it is done: deactivated, or to be deleted.

import { Card, css, Page, useSite } from "./kit.jsx";

export function Goodbye({ as }) {
  const { t, link, switches } = useSite();
  const { days } = switches;
  const end = days ? "deletedAfter" : "deleted";
  const kind = (as ?? switches.as) === "deleted" ? end : "deactivated";
  return (
    <Page title={t(`${kind}Title`, { days })} className={css("page--narrow")}>
      <Card>
        <p>{t(`${kind}Text`)}</p>
        <a className={css("btn--base", "btn--plain")} href={link("home")}>
          {t("backHome")}
        </a>
      </Card>
    </Page>
  );
}
