// Eta, a template of its own.
import { Eta } from "eta";

const eta = new Eta();

export default (document) => eta.renderString(document, {});
