// sanitize-html, as it comes.
import sanitize from "sanitize-html";

export default (document) => sanitize(document);
