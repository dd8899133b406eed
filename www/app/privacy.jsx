// The Privacy Center: its start page and the request to delete, told apart by the address's hash, without reloads.
// The request goes read, agree, verify, last; what blocks it comes up as a dialog.

import { useEffect, useState } from "react";
import { CodeStep, FramedCode } from "./code.jsx";
import { Goodbye } from "./goodbye.jsx";
import { Button, Card, Control, css, Field, Link, Page, useForm, useSend, useSite } from "./kit.jsx";
import { Reasons } from "./reasons.jsx";

const REQUEST = "#/request/delete";
const RESULT = "#/request/delete/result";

function Start() {
  const { t } = useSite();
  return (
    <Page title={t("privacyCenter")}>
      <p className={css("quiet--text")}>{t("privacyIntro")}</p>
      <div className={css("doors--grid")}>
        <Card title={t("downloadData")}>
          <p>{t("downloadHint")}</p>
          <a className={css("btn--base", "btn--plain")} href="#/request/download">
            {t("start")}
          </a>
        </Card>
        <Card title={t("adPreferences")}>
          <p>{t("adHint")}</p>
          <a className={css("btn--base", "btn--plain")} href="#/ads">
            {t("start")}
          </a>
        </Card>
        <Card title={t("otherQuestions")}>
          <p>{t("otherHint")}</p>
          <a className={css("btn--base", "btn--plain")} href="#/questions">
            {t("start")}
          </a>
        </Card>
        <Card>
          <p>{t("deleteHint")}</p>
          <Control>
            <a className={css("btn--base", "btn--danger")} href={REQUEST}>
              {t("deleteMyAccount")}
            </a>
          </Control>
        </Card>
      </div>
    </Page>
  );
}

const BLOCKS = {
  orders: ["blockedOrders", "orders", "viewOrders"],
  disputes: ["blockedDisputes", "disputes", "viewDisputes"],
  pad: ["blockedPad", "orders", "viewOrders"],
};

function Blocked({ kind, onClose }) {
  const { t } = useSite();
  const [text, view, label] = BLOCKS[kind];
  return (
    <div className={css("dialog--veil")}>
      <div className={css("dialog--box")} role="dialog" aria-modal="true" aria-labelledby="blocked-title">
        <h2 id="blocked-title">{t("blockedTitle")}</h2>
        <p>{t(text)}</p>
        <div className={css("form--actions")}>
          <Button onClick={onClose}>{t("ok")}</Button>
          <Link to={view} className={css("btn--base", "btn--primary")}>
            {t(label)}
          </Link>
        </div>
      </div>
    </div>
  );
}

function Read({ onRead }) {
  const { t, switches, email } = useSite();
  const [blocked, setBlocked] = useState(false);
  return (
    <>
      <p>{t("deleteIntro")}</p>
      <ul className={css("points--list")}>
        {[1, 2, 3, 4].map((n) => (
          <li key={n}>{t(`deletePoint${n}`)}</li>
        ))}
      </ul>
      <p className={css("quiet--text")}>{email}</p>
      <div className={css("form--actions")}>
        <Control>
          <Button kind="danger" onClick={() => (switches.block ? setBlocked(true) : onRead())}>
            {t("deleteMyAccount")}
          </Button>
        </Control>
      </div>
      {blocked && <Blocked kind={switches.block} onClose={() => setBlocked(false)} />}
    </>
  );
}

function Agree({ onAgreed }) {
  const { t, word, switches } = useSite();
  const form = useForm("delete", { terms: "", phrase: "", reason: "" }, onAgreed);
  const { terms, phrase, reason } = form.values;
  const filled = terms && phrase && (reason || !switches.reason);
  return (
    <form onSubmit={form.submit}>
      <div className={css("terms--text")} tabIndex={0}>
        {[1, 2, 3, 4].map((n) => (
          <p key={n}>{t(`deletePoint${n}`)}</p>
        ))}
      </div>
      <label className={css("terms--tick")}>
        <input
          type="checkbox"
          checked={terms === "yes"}
          onChange={(event) => form.set("terms", event.target.checked ? "yes" : "")}
        />{" "}
        {t("terms")}
      </label>
      {switches.reason && <Reasons form={form} />}
      <Field form={form} name="phrase" label={t("typeWord", { phrase: word })} />
      <div className={css("form--actions")}>
        <a className={css("btn--base", "btn--plain")} href="#/">
          {t("cancel")}
        </a>
        <Control>
          <Button type="submit" kind="danger" disabled={!filled || form.busy}>
            {t("delete")}
          </Button>
        </Control>
      </div>
    </form>
  );
}

function Last({ code }) {
  const { t } = useSite();
  const send = useSend();
  const erase = async () => {
    const { ok } = await send("erase", { code });
    if (ok) location.hash = RESULT;
  };
  return (
    <>
      <p role="status">{t("verified")}</p>
      <div className={css("form--actions")}>
        <a className={css("btn--base", "btn--plain")} href="#/">
          {t("cancel")}
        </a>
        <Control>
          <Button kind="danger" onClick={erase}>
            {t("deleteAccount")}
          </Button>
        </Control>
      </div>
    </>
  );
}

function Request() {
  const { t, switches } = useSite();
  const [stage, setStage] = useState("read");
  const [code, setCode] = useState("");
  const Code = switches.code === "iframe" ? FramedCode : CodeStep;
  const verified = (proof) => {
    setCode(proof);
    setStage("last");
  };
  return (
    <Page title={t(stage === "verify" ? "verifyTitle" : "deleteMyAccount")} className={css("page--narrow")}>
      <Card key={stage}>
        {stage === "read" && <Read onRead={() => setStage("agree")} />}
        {stage === "agree" && <Agree onAgreed={() => setStage("verify")} />}
        {stage === "verify" && <Code onVerified={verified} />}
        {stage === "last" && <Last code={code} />}
      </Card>
    </Page>
  );
}

export function Privacy() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const turn = () => setHash(location.hash);
    addEventListener("hashchange", turn);
    return () => removeEventListener("hashchange", turn);
  }, []);
  if (hash === RESULT) return <Goodbye as="deleted" />;
  return hash === REQUEST ? <Request /> : <Start />;
}
