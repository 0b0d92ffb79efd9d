// LiquidJS, the document is a template.
import { Liquid } from "liquidjs";

const engine = new Liquid();

export default (document) => engine.parseAndRender(document);
