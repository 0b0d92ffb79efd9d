// xss with its defaults.
import { filterXSS } from "xss";

export default (document) => filterXSS(document);
