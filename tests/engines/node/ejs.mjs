// EJS, the document is a template.
import ejs from "ejs";

export default (document) => ejs.render(document, {});
