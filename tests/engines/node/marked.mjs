// Marked, with GitHub's extensions by default.
import { marked } from "marked";

export default (document) => marked.parse(document);
