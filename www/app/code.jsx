// The proof of identity: "Get code", six boxes, "Verify". It stands in the page, or in a frame from another host.

import { useEffect, useRef, useState } from "react";
import { ACCOUNT } from "../site.mjs";
import { Button, Control, css, useSend, useSite } from "./kit.jsx";

function Boxes({ value, onChange }) {
  const { t } = useSite();
  const boxes = useRef([]);
  const type = (at, text) => {
    const digits = text.replace(/\D/g, "");
    if (text && !digits) return;
    const next = [...value];
    if (!digits) next[at] = "";
    for (const [n, digit] of [...digits].entries()) if (at + n < 6) next[at + n] = digit;
    onChange(next);
    if (digits) boxes.current[Math.min(5, at + digits.length)].focus();
  };
  const back = (at, event) => {
    if (event.key === "Backspace" && !value[at] && at > 0) boxes.current[at - 1].focus();
  };
  return (
    <div className={css("code--boxes")} dir="ltr">
      {value.map((digit, at) => (
        <input
          key={at}
          ref={(box) => void (boxes.current[at] = box)}
          className={`verify-code-input ${css("field--input")}`}
          data-id={at}
          inputMode="numeric"
          autoComplete={at === 0 ? "one-time-code" : "off"}
          aria-label={t("digit", { n: at + 1 })}
          value={digit}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => back(at, event)}
          onChange={(event) => type(at, event.target.value)}
        />
      ))}
    </div>
  );
}

export function CodeStep({ onVerified }) {
  const { t } = useSite();
  const send = useSend();
  const [sent, setSent] = useState(false);
  const [digits, setDigits] = useState(Array(6).fill(""));
  const [error, setError] = useState("");
  const code = digits.join("");
  const change = (next) => {
    setDigits(next);
    setError("");
  };
  const verify = async (event) => {
    event.preventDefault();
    const { ok, errors } = await send("verify", { code: sent ? code : "" });
    if (ok) onVerified(code);
    else setError(errors.code);
  };
  return (
    <form onSubmit={verify}>
      <p>{t("verifyText", { email: ACCOUNT.hidden })}</p>
      <div className={css("code--row")}>
        <Boxes value={digits} onChange={change} />
        <Button onClick={() => setSent(true)}>{t("getCode")}</Button>
      </div>
      {sent && (
        <p className={css("field--hint")} role="status">
          {t("codeSent", { email: ACCOUNT.hidden })}
        </p>
      )}
      {error && (
        <p className={css("field--error")} role="alert">
          {error}
        </p>
      )}
      <Control>
        <Button type="submit" kind="primary" disabled={code.length < 6}>
          {t("verify")}
        </Button>
      </Control>
    </form>
  );
}

/** The same in a frame: what was proved is told to the page around it. */
export function CodeFrame() {
  const tell = (code) => parent.postMessage({ type: "verified", code }, "*");
  return (
    <main className={css("code--frame")}>
      <CodeStep onVerified={tell} />
    </main>
  );
}

export function FramedCode({ onVerified }) {
  const { t, link } = useSite();
  const address = link("code");
  useEffect(() => {
    const hear = ({ origin, data }) =>
      origin === new URL(address).origin && data?.type === "verified" && onVerified(data.code);
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  return <iframe className={css("code--holder")} src={address} title={t("verifyTitle")} />;
}
