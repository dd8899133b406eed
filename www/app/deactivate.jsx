// The form that deactivates: e-mail, phrase, reason; its button wakes once all is filled in.

import { useState } from "react";
import { isOn } from "../switches.mjs";
import { Goodbye } from "./goodbye.jsx";
import { Button, Card, Control, css, Field, Link, Page, useForm, useSite } from "./kit.jsx";
import { Reasons } from "./reasons.jsx";

function Release({ form }) {
  const { t } = useSite();
  return (
    <div className={css("field--row")} role="group" aria-label={t("release")}>
      <span>{t("release")}</span>
      <div className={css("choice--row")}>
        {["yes", "no"].map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name="release"
              checked={form.values.release === answer}
              onChange={() => form.set("release", answer)}
            />{" "}
            {t(answer)}
          </label>
        ))}
      </div>
    </div>
  );
}

export function Deactivate() {
  const { t, phrase, switches } = useSite();
  const [end, setEnd] = useState();
  const form = useForm("deactivate", { email: "", phrase: "", reason: "", release: "no" }, ({ as }) =>
    setEnd(as),
  );
  if (end) return <Goodbye as={end} />;

  const { email, phrase: typed, reason } = form.values;
  const short = isOn(switches.v0);
  const filled = reason && (short || (email && typed));
  return (
    <Page title={t("deactivateAccount")} className={css("page--narrow")}>
      <Card>
        <p className={css("quiet--text")}>{t("deactivateIntro")}</p>
        <form onSubmit={form.submit} noValidate>
          {!short && (
            <>
              <Field form={form} name="email" type="email" label={t("accountEmail")} />
              <Field form={form} name="phrase" label={t("typePhrase", { phrase })} />
            </>
          )}
          <Reasons form={form} />
          {isOn(switches.release) && <Release form={form} />}
          <div className={css("form--actions")}>
            <Link to="profile" className={css("btn--base", "btn--plain")}>
              {t("cancel")}
            </Link>
            <Control>
              <Button type="submit" kind="danger" disabled={!filled || form.busy}>
                {t(short ? "confirm" : "deactivateMine")}
              </Button>
            </Control>
          </div>
        </form>
      </Card>
    </Page>
  );
}
