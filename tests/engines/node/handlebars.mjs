// Handlebars, a template of its own.
import handlebars from "handlebars";

export default (document) => handlebars.compile(document)({});
