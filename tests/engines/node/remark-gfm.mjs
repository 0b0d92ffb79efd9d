// remark with GitHub's extensions: tables, and automatic links.
import remarkGfm from "remark-gfm";

import { remarkWith } from "./remark.mjs";

export default remarkWith(remarkGfm);
