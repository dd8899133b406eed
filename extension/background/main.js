// The background begins here: what listens, and the lexicon that it asks. Apart, because the lexicon is a compiled module
// and the rest is tested without one.
import { begin } from "./index.js";
import { consult, prepare } from "./lexicon.js";

begin({ consult, prepare });
