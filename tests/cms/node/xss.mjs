// xss, as it comes.
import { filterXSS } from "xss";

export default (document) => filterXSS(document);
