// The 2020 pages by view.

import { account } from "./account.mjs";
import { closed } from "./closed.mjs";
import { deactivate } from "./deactivate.mjs";
import { goodbye } from "./goodbye.mjs";
import { home } from "./home.mjs";
import { orders } from "./orders.mjs";
import { profile } from "./profile.mjs";
import { reactivate } from "./reactivate.mjs";
import { settings } from "./settings.mjs";
import { signin } from "./signin.mjs";

export const CLASSIC = {
  home,
  account,
  settings,
  profile,
  deactivate,
  goodbye,
  signin,
  orders,
  closed,
  reactivate,
};
