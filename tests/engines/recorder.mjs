// Runs programs, each on its own page, and prints all calls of `rtp`: the offset in the program, what is sent, and what
// the object contains at the end, which is what the tag reads if it loads later.
// A line of input is a JSON list of programs; a line of output has an answer for each.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const MOST = 200; // calls of a program
const LONG = 10_000; // characters of a text
const LIMIT = { timeout: 100 };
const FILE = "program";
const page = new vm.Script(readFileSync(new URL("recorder_page.js", import.meta.url), "utf8"));
const later = new vm.Script("__later()");

function described(given) {
  if (given[0] !== "send" || given[1] !== "event") return null;
  let value;
  try {
    value = given[2].value;
  } catch {
    return { odd: "no object" };
  }
  // A program may double a string until memory is exhausted.
  const isShort = (part) => typeof part === "string" && part.length <= LONG;
  if (isShort(value)) return value;
  const isList = Array.isArray(value) && value.length <= LONG && Array.from(value).every(isShort);
  return isList ? Array.from(value) : { odd: Array.isArray(value) ? "another list" : typeof value };
}

function place() {
  const prepare = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => sites;
  const { stack } = new Error();
  Error.prepareStackTrace = prepare;
  // Code from a string is not part of the program.
  const site = stack.find((site) => site.getFileName() === FILE || site.isEval());
  return site && site.getFileName() === FILE && !site.isEval() ? site.getPosition() : null;
}

function answerTo(code) {
  let script;
  try {
    script = new vm.Script(code, { filename: FILE });
  } catch (error) {
    return { error: String(error), thrown: "", calls: [] };
  }
  const context = vm.createContext({}, { microtaskMode: "afterEvaluate" });
  const calls = [];
  const record = (sent, phase) => {
    if (calls.length >= MOST) throw new Error("too many calls");
    calls.push({ at: place(), phase, given: sent, sent: described(sent) });
  };
  const steps = page.runInContext(context)(vm.runInContext("globalThis", context), record);
  const names = [...code.matchAll(/^ *(?:const|let) ([\w$]+)/gm)].map((match) => match[1]);
  let thrown = "";
  try {
    script.runInContext(context, LIMIT);
  } catch (error) {
    thrown = String(error);
  }
  for (const step of steps) {
    context.__later = () => step(names);
    try {
      later.runInContext(context, LIMIT);
    } catch (error) {
      thrown ||= String(error);
    }
  }
  const told = calls.map(({ given, ...call }) => ({ ...call, end: described(given) }));
  return { error: "", thrown, calls: told };
}

// An error in a promise of a program is not ours.
process.on("unhandledRejection", () => {});

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(JSON.stringify(JSON.parse(line).map(answerTo)) + "\n");
