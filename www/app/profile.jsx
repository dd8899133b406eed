// The member's profile, seen or edited; the way out is the link at the top right.

import { useState } from "react";
import { ACCOUNT } from "../site.mjs";
import { Button, Card, Control, css, Field, Link, Page, useSite } from "./kit.jsx";

function WayOut() {
  const { t, switches, newTab } = useSite();
  const target =
    switches.profile === "delete" ? { to: "privacy", hash: "/request/delete" } : { to: "deactivate" };
  return (
    <Control>
      <Link {...target} {...newTab} className={css("profile--leave")}>
        {t("deactivateAccount")}
      </Link>
    </Control>
  );
}

export function Profile() {
  const { t, email } = useSite();
  const [editing, setEditing] = useState(new URLSearchParams(location.search).has("isEdit"));
  const [values, setValues] = useState({
    firstName: ACCOUNT.first,
    lastName: ACCOUNT.last,
    country: t("countryValue"),
    city: "Porto",
    zip: "4000-123",
    phone: "+351 912 000 000",
  });
  const form = {
    values,
    errors: {},
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
  };
  const finish = (event) => {
    event.preventDefault();
    setEditing(false);
  };
  return (
    <Page title={t(editing ? "editProfile" : "profile")} aside={<WayOut />}>
      <Card title={t("personalInformation")}>
        <dl className={css("facts--list")}>
          <dt>{t("email")}</dt>
          <dd>{email}</dd>
          {!editing &&
            Object.entries(values).map(([name, value]) => [
              <dt key={name}>{t(name)}</dt>,
              <dd key={`${name}-value`}>
                <bdi>{value}</bdi>
              </dd>,
            ])}
        </dl>
        {editing ? (
          <form onSubmit={finish}>
            {Object.keys(values).map((name) => (
              <Field key={name} form={form} name={name} label={t(name)} />
            ))}
            <Button type="submit" kind="primary">
              {t("save")}
            </Button>
          </form>
        ) : (
          <Button onClick={() => setEditing(true)}>{t("edit")}</Button>
        )}
      </Card>
    </Page>
  );
}
