// Nunjucks, the document is a template, with autoescape on by default.
import nunjucks from "nunjucks";

const environment = new nunjucks.Environment();

export default (document) => environment.renderString(document, {});
