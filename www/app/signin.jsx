// Signing in, in two steps, or over another company's page.

import { useState } from "react";
import { Button, Card, css, Field, Page, useForm, useSite } from "./kit.jsx";

/** Where the visitor wanted to go: only an address, and with the fragment that the browser carried here. */
function wanted(site) {
  const address = new URLSearchParams(location.search).get("return_url");
  return (address?.startsWith("https://") ? address : site.link("account")) + location.hash;
}

export function SignIn() {
  const site = useSite();
  const { t, link } = site;
  const [step, setStep] = useState("id");
  const form = useForm("signin", { id: "", password: "" }, () => location.assign(wanted(site)));
  const forward = (event) => {
    event.preventDefault();
    setStep("password");
  };
  return (
    <Page title={t("signInTitle")} className={css("page--narrow")}>
      <Card>
        {step === "id" ? (
          <form onSubmit={forward}>
            <Field form={form} name="id" label={t("emailOrPhone")} autoComplete="username" />
            <Button type="submit" kind="primary" disabled={!form.values.id}>
              {t("continue")}
            </Button>
          </form>
        ) : (
          <form onSubmit={form.submit}>
            <p className={css("quiet--text")}>{form.values.id}</p>
            <Field
              form={form}
              name="password"
              id="fm-login-password"
              type="password"
              label={t("password")}
              hint={t("anyPassword")}
            />
            {form.errors.id && (
              <p className={css("field--error")} role="alert">
                {form.errors.id}
              </p>
            )}
            <Button type="submit" kind="primary" disabled={!form.values.password || form.busy}>
              {t("signIn")}
            </Button>
          </form>
        )}
        <hr />
        <a
          className={css("btn--base", "btn--plain")}
          href={link("google", { query: { continue: wanted(site) } })}
        >
          {t("withGoogle")}
        </a>
      </Card>
    </Page>
  );
}
