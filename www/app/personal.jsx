// My Account: long, with "Remove my account" under Personal Information, and the Yes / No dialog behind it.

import { useEffect, useRef, useState } from "react";
import { ACCOUNT } from "../site.mjs";
import { Goodbye } from "./goodbye.jsx";
import { Button, Card, Control, css, Link, Page, useSend, useSite } from "./kit.jsx";

function Question({ onYes, onNo }) {
  const { t } = useSite();
  return (
    <>
      <h2 id="remove-title">{t("removeQuestion")}</h2>
      <p>{t("removeText")}</p>
      <div className={css("form--actions")}>
        <Button kind="danger" onClick={onYes}>
          {t("yes")}
        </Button>
        <Button onClick={onNo}>{t("no")}</Button>
      </div>
    </>
  );
}

function NativeDialog(props) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={css("dialog--native")}
      aria-labelledby="remove-title"
      onCancel={props.onNo}
    >
      <Question {...props} />
    </dialog>
  );
}

function DivDialog(props) {
  return (
    <div className={css("dialog--veil")}>
      <div className={css("dialog--box")}>
        <Question {...props} />
      </div>
    </div>
  );
}

export function Personal() {
  const { t, switches, email } = useSite();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const [gone, setGone] = useState(false);
  if (gone) return <Goodbye as="deleted" />;

  const remove = async () => {
    const { ok } = await send("remove", {});
    if (ok) setGone(true);
  };
  const Dialog = switches.dialog === "native" ? NativeDialog : DivDialog;
  return (
    <Page title={t("myAccount")}>
      <Card title={t("myOrders")}>
        <p className={css("quiet--text")}>
          {t("product2")} · {t("product4")} · {t("product5")}
        </p>
        <Link to="orders" className={css("setting--link")}>
          {t("viewOrders")}
        </Link>
      </Card>
      <Card title={t("addresses")}>
        <address>
          {ACCOUNT.name}
          <br />
          <bdi>Rua das Flores 12, 4000-123 Porto</bdi>
          <br />
          {t("countryValue")}
        </address>
        <div className={css("form--actions")}>
          <Button>{t("edit")}</Button>
          <Button>{t("deleteAddress")}</Button>
        </div>
      </Card>
      <Card title={t("emailNotifications")}>
        {["adHint", "otherHint", "downloadHint"].map((word) => (
          <p key={word}>{t(word)}</p>
        ))}
      </Card>
      <Card title={t("personalInformation")}>
        <dl className={css("facts--list")}>
          <dt>{t("name")}</dt>
          <dd>{ACCOUNT.name}</dd>
          <dt>{t("email")}</dt>
          <dd>{email}</dd>
          <dt>{t("country")}</dt>
          <dd>{t("countryValue")}</dd>
          <dt>{t("memberSince")}</dt>
          <dd>2016</dd>
        </dl>
        <hr />
        <p className={css("quiet--text")}>{t("removeHint")}</p>
        <Control>
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t("removeMyAccount")}
          </Button>
        </Control>
      </Card>
      {asking && <Dialog onYes={remove} onNo={() => setAsking(false)} />}
    </Page>
  );
}
