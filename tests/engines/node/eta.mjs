// Eta, the document is a template.
import { Eta } from "eta";

const eta = new Eta();

export default (document) => eta.renderString(document, {});
