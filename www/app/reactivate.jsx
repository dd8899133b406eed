// The request to have an account back: who asks and why, with a copy of an identity card. The copy stays here:
// only the file's name is looked at.

import { useId, useState } from "react";
import { Button, Card, Control, css, Field, Page, useForm, useSite } from "./kit.jsx";

export function Reactivate() {
  const { t } = useSite();
  const [received, setReceived] = useState(false);
  const form = useForm("reactivate", { email: "", name: "", why: "", idCopy: "" }, () => setReceived(true));
  const file = useId();
  if (received) {
    return (
      <Page title={t("receivedTitle")} className={css("page--narrow")}>
        <Card>
          <p role="status">{t("receivedText")}</p>
        </Card>
      </Page>
    );
  }
  const filled = Object.values(form.values).every(Boolean);
  return (
    <Page title={t("reactivateTitle")} className={css("page--narrow")}>
      <Card>
        <p className={css("quiet--text")}>{t("reactivateText")}</p>
        <form onSubmit={form.submit} noValidate>
          <Field form={form} name="email" type="email" label={t("accountEmail")} />
          <Field form={form} name="name" label={t("fullName")} />
          <Field form={form} name="why" label={t("reactivateWhy")} />
          <div className={css("field--row")}>
            <label htmlFor={file}>{t("idCopy")}</label>
            <input
              id={file}
              type="file"
              accept="image/*,.pdf"
              onChange={(event) => form.set("idCopy", event.target.files[0]?.name ?? "")}
            />
          </div>
          <div className={css("form--actions")}>
            <Control>
              <Button type="submit" kind="primary" disabled={!filled || form.busy}>
                {t("submitRequest")}
              </Button>
            </Control>
          </div>
        </form>
      </Card>
    </Page>
  );
}
