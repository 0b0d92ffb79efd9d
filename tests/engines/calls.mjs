// Runs each piece of code with a function `rtp` that records its calls, and prints what was sent.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const codes = JSON.parse(readFileSync(process.argv[2], "utf8"));

function sentBy(code) {
  const sent = [];
  const context = vm.createContext({ console: { log() {} } });
  const rtp = (...given) => {
    if (given[0] === "send" && given[1] === "event") sent.push(given[2].value);
  };
  vm.runInContext("var window = self = top = parent = frames = globalThis", context);
  context.rtp = rtp;
  vm.runInContext(code, context);
  return sent;
}

function errorOf(code) {
  const ways = [() => new Function(`${code}\n`), () => new vm.Script(code), () => new vm.SourceTextModule(code)];
  const errors = [];
  for (const way of ways) {
    try {
      way();
      return "";
    } catch (error) {
      errors.push(error.message);
    }
  }
  return errors[0];
}

process.stdout.write(JSON.stringify(codes.map(process.argv[3] === "sent" ? sentBy : errorOf)));
