// `npm run docs`: writes the pages under docs/ that are made from data.
import { writeFileSync } from "node:fs";
import { at } from "./lib/places.mjs";
import { main, say } from "./lib/shell.mjs";
import { currentFlowsDoc } from "./lib/flows-doc.mjs";

await main(() => {
  writeFileSync(at("docs", "flows.md"), currentFlowsDoc());
  say("docs/flows.md is written.");
});
