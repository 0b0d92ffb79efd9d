// sanitize-html with its defaults.
import sanitize from "sanitize-html";

export default (document) => sanitize(document);
