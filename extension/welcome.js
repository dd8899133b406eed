// The first page: words and colours, and nothing else to do.
import { begin } from "./begin.js";

begin();
