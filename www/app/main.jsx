// The 2024 pages: one React app on every host. It starts late, as the real one does, and draws the view that belongs
// to the address; moving within a host is a matter of history.pushState.

import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { makeSite } from "../site.mjs";
import { Account } from "./account.jsx";
import { Closed } from "./closed.jsx";
import { CodeFrame } from "./code.jsx";
import { Coupons } from "./coupons.jsx";
import { Deactivate } from "./deactivate.jsx";
import { Disputes } from "./disputes.jsx";
import { Goodbye } from "./goodbye.jsx";
import { Header } from "./header.jsx";
import { Home } from "./home.jsx";
import { viewAt, Visit } from "./kit.jsx";
import { DataDownload, Subscriptions } from "./mails.jsx";
import { Order } from "./order.jsx";
import { Orders } from "./orders.jsx";
import { Personal } from "./personal.jsx";
import { Privacy } from "./privacy.jsx";
import { Profile } from "./profile.jsx";
import { Reactivate } from "./reactivate.jsx";
import { Settings } from "./settings.jsx";
import { SignIn } from "./signin.jsx";
import { Wallet } from "./wallet.jsx";

const STARTS_AFTER = 300;

const VIEWS = {
  home: Home,
  account: Account,
  settings: Settings,
  profile: Profile,
  deactivate: Deactivate,
  goodbye: Goodbye,
  signin: SignIn,
  privacy: Privacy,
  personal: Personal,
  closed: Closed,
  reactivate: Reactivate,
  orders: Orders,
  order: Order,
  disputes: Disputes,
  wallet: Wallet,
  coupons: Coupons,
  subscriptions: Subscriptions,
  download: DataDownload,
};

/** Where the app draws: in the page itself, or in a shadow root with the page's style sheets. */
function treeIn(root, mode) {
  if (!mode) return root;
  const tree = root.attachShadow({ mode });
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) tree.append(sheet.cloneNode());
  return tree.appendChild(document.createElement("div"));
}

function App({ visit, tree }) {
  const [address, setAddress] = useState(location.href);
  const [switches, setSwitches] = useState(visit.switches);
  const moved = () => setAddress(location.href);
  const became = (as) => setSwitches((before) => ({ ...before, as }));
  const site = useMemo(() => ({ ...makeSite({ ...visit, switches }), moved, became }), [switches]);
  useEffect(() => {
    addEventListener("popstate", moved);
    return () => removeEventListener("popstate", moved);
  }, []);

  const view = viewAt(site, new URL(address)) ?? "deactivate";
  const View = VIEWS[view];
  useEffect(() => {
    document.title = tree.querySelector("h1")?.textContent ?? "AliExpress";
  }, [view]);
  return (
    <Visit value={site}>
      {view === "code" ? (
        <CodeFrame />
      ) : (
        <>
          <Header view={view} />
          <View key={new URL(address).pathname} />
        </>
      )}
    </Visit>
  );
}

const visit = JSON.parse(document.getElementById("visit").textContent);
const { shadow, late } = visit.switches;
setTimeout(
  () => {
    const tree = treeIn(document.getElementById("root"), shadow);
    createRoot(tree).render(<App visit={visit} tree={tree} />);
  },
  shadow ? STARTS_AFTER + late : STARTS_AFTER,
);
