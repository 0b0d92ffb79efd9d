// Runs a binding on a page that stands in for a browser's: clicks an element for each event, by its mark, and prints
// what each has sent, and the selectors that the binding has asked about.
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

class Document {
  createDocumentFragment() {
    return { querySelector: (selector) => void selectors.push(selector) };
  }
}

class Element {
  constructor(id) {
    this.id = id;
    this.nodeType = 1;
    this.parentNode = null;
  }

  getAttribute(name) {
    return name === "data-rtp-event" ? this.id : null;
  }

  matches() {
    return false;
  }
}

const document = Object.assign(new Document(), { readyState: "loading" });
const window = {
  Document,
  Element,
  Node: class {},
  addEventListener: (moment, act) => (listeners[moment] = act),
  rtp: (...args) => calls.push(args),
};

vm.runInNewContext(prologue + binding, { window, document });
const sentBy = (id) => {
  calls = [];
  listeners.click({ type: "click", target: new Element(id) });
  return calls;
};

console.log(inAscii({ sent: ids.map(sentBy), selectors }));
