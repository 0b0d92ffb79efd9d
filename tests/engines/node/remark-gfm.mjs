// remark with GitHub's additions: tables, and links of bare addresses.
import remarkGfm from "remark-gfm";

import { remarkWith } from "./remark.mjs";

export default remarkWith(remarkGfm);
