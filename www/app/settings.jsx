// Settings: the rows that lead to the profile, the addresses, the security questions.

import { ACCOUNT } from "../site.mjs";
import { Card, Control, css, Link, Page, useSite } from "./kit.jsx";

const Row = ({ title, hint, children }) => (
  <div className={css("setting--row")}>
    <div>
      <strong>{title}</strong>
      <p>{hint}</p>
    </div>
    {children}
  </div>
);

export function Settings() {
  const { t, newTab, email } = useSite();
  return (
    <Page title={t("settings")}>
      <Card title={t("personalInformation")}>
        <Row title={ACCOUNT.name} hint={email}>
          <Control>
            <Link to="profile" className={css("setting--link")} {...newTab}>
              {t("editProfile")}
            </Link>
          </Control>
        </Row>
        <Row title={t("addresses")} hint={t("countryValue")}>
          <Link to="addresses" className={css("setting--link")}>
            {t("edit")}
          </Link>
        </Row>
      </Card>
      <Card title={t("security")}>
        {["changeEmail", "changePassword", "securityQuestion"].map((word) => (
          <Row key={word} title={t(word)}>
            <a className={css("setting--link")} href={`#${word}`}>
              {t("edit")}
            </a>
          </Row>
        ))}
      </Card>
      <Card title={t("privacyCenter")}>
        <Row title={t("downloadData")} hint={t("downloadHint")}>
          <Link to="privacy" className={css("setting--link")}>
            {t("start")}
          </Link>
        </Row>
      </Card>
    </Page>
  );
}
