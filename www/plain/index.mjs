// The pages that belong to neither generation, by view, and those that a switch of trouble puts in place of any page.

import { addresses } from "./addresses.mjs";
import { challenge, limit } from "./challenge.mjs";
import { error, maintenance, missing } from "./failure.mjs";
import { google } from "./google.mjs";
import { help } from "./help.mjs";
import { product } from "./product.mjs";
import { rehearsal } from "./rehearsal.mjs";
import { russia } from "./russia.mjs";

export const PLAIN = {
  addresses,
  challenge,
  limit,
  error,
  maintenance,
  missing,
  google,
  help,
  product,
  index: rehearsal,
  russia,
};
