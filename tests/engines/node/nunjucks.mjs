// Nunjucks, a template of its own, autoescape on as by default.
import nunjucks from "nunjucks";

const environment = new nunjucks.Environment();

export default (document) => environment.renderString(document, {});
