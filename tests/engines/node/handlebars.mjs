// Handlebars, the document is a template.
import handlebars from "handlebars";

export default (document) => handlebars.compile(document)({});
