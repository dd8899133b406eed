// The background begins here. Apart from what listens, because the tests begin it anew for each case.
import { begin } from "./index.js";

begin();
