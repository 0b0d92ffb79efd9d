// Marked, with GitHub's additions as by default.
import { marked } from "marked";

export default (document) => marked.parse(document);
