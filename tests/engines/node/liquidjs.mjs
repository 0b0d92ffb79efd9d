// LiquidJS, a template of its own.
import { Liquid } from "liquidjs";

const engine = new Liquid();

export default (document) => engine.parseAndRender(document);
