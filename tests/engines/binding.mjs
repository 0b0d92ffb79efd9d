// Runs a binding on a simulated page: clicks a marked element for each event, and prints what each sent and the
// selectors that the binding queried.
// Usage: node binding.mjs FILE sloppy|strict, where FILE is {"binding": CODE, "ids": [...]}
import { readFileSync } from "node:fs";
import vm from "node:vm";

import { inAscii } from "./node/ascii.mjs";

const [file, mode] = process.argv.slice(2);
const { binding, ids } = JSON.parse(readFileSync(file, "utf8"));
const prologue = mode === "strict" ? '"use strict";' : "";
const selectors = [];
const listeners = {};
let calls;

class Document {}

class Element {
  constructor(id) {
    this.id = id;
  }

  getAttribute(name) {
    return name === "data-rtp-event" ? this.id : null;
  }

  get classList() {
    return [];
  }

  matches(selector) {
    selectors.push(selector);
    return false;
  }
}
Object.defineProperty(Element.prototype, "nodeType", { value: 1 });

const page = {
  document: Object.assign(new Document(), { readyState: "loading" }),
  location: { pathname: "/", search: "" },
  performance,
  Element,
  Image: class extends Element {},
  addEventListener: (name, act) => (listeners[name] = act),
  rtp: (...args) => calls.push(args),
};
page.window = page;

vm.runInNewContext(prologue + binding, page);
const asked = selectors.slice();
const sentBy = (id) => {
  calls = [];
  listeners.click({ type: "click", composedPath: () => [new Element(id)] });
  return calls;
};

console.log(inAscii({ sent: ids.map(sentBy), selectors: asked }));
