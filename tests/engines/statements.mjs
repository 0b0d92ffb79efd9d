// Runs a JSON list of statements separately, and prints the calls of `rtp` of each.
// Usage: node statements.mjs FILE sloppy|strict
import { readFileSync } from "node:fs";
import vm from "node:vm";

import { inAscii } from "./node/ascii.mjs";

const [file, mode] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, "utf8"));
const prologue = mode === "strict" ? '"use strict";' : "";
let calls;
const scope = { rtp: (...args) => calls.push(args) };
scope.window = scope;
const context = vm.createContext(scope);

const calledBy = (statement) => {
  calls = [];
  try {
    vm.runInContext(prologue + statement, context);
  } catch (error) {
    return String(error);
  }
  return calls;
};

console.log(inAscii(statements.map(calledBy)));
