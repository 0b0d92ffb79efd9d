// EJS, a template of its own.
import ejs from "ejs";

export default (document) => ejs.render(document, {});
