// What the site answers when a form is sent: the fields that are wrong, or the account's new state.
// Both generations send their forms here: React as JSON to /_api/<form>, the tables as a plain POST.

import { ACCOUNT, CODE, expected } from "./site.mjs";

const same = (given, wanted) => (given ?? "").trim() === wanted;
const empty = (given) => !(given ?? "").trim();

/** Each form: `wrong` maps fields to the word that says what is wrong; `next` is the state of the account afterwards. */
const FORMS = {
  deactivate: {
    wrong: (fields, { switches, phrase, email }) => ({
      email: switches.v0 !== "1" && fields.email?.trim().toLowerCase() !== email && "errorEmail",
      phrase: switches.v0 !== "1" && !same(fields.phrase, expected(phrase, switches)) && "errorPhrase",
      reason: empty(fields.reason) && "errorReason",
    }),
    next: (fields) => (fields.release === "yes" ? "deleted" : "deactivated"),
  },
  delete: {
    wrong: (fields, { switches, word }) => ({
      terms: fields.terms !== "yes" && "errorTerms",
      phrase: !same(fields.phrase, expected(word, switches)) && "errorPhrase",
      reason: switches.reason && empty(fields.reason) && "errorReason",
    }),
  },
  verify: { wrong: (fields) => ({ code: !same(fields.code, CODE) && "errorCode" }) },
  erase: { wrong: (fields) => ({ code: !same(fields.code, CODE) && "errorCode" }), next: () => "deleted" },
  remove: { wrong: () => ({}), next: () => "deleted" },
  reactivate: {
    wrong: (fields, { email }) => ({
      email: fields.email?.trim().toLowerCase() !== email && "errorEmail",
      name: empty(fields.name) && "errorMissing",
      why: empty(fields.why) && "errorMissing",
      idCopy: empty(fields.idCopy) && "errorMissing",
    }),
  },
  signin: {
    wrong: (fields, { switches }) => ({
      id: !fields.id?.includes("@") ? "errorMissing" : switches.as === "deleted" && "terminatedLogin",
      password: empty(fields.password) && "errorMissing",
    }),
    next: (_, { switches }) => (switches.as === "signed-out" ? "member" : switches.as),
  },
  signout: { wrong: () => ({}), next: () => "signed-out" },
};

/** Sends a form: `{ ok, errors, as }`, where errors are sentences by field name. */
export function send(name, fields, site) {
  const form = FORMS[name];
  if (!form) return undefined;
  const wrong = Object.entries(form.wrong(fields, site)).filter(([, word]) => word);
  const asked = name === "deactivate" ? site.phrase : site.word;
  const errors = wrong.map(([field, word]) => [
    field,
    site.t(word, { phrase: expected(asked, site.switches) }),
  ]);
  const ok = errors.length === 0;
  if (ok && name === "signin") site.switches.member = fields.id === ACCOUNT.email ? "" : fields.id;
  return {
    ok,
    errors: Object.fromEntries(errors),
    as: ok && form.next ? form.next(fields, site) : site.switches.as,
  };
}
