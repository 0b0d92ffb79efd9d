// Parses the scripts in a JSON list as ECMAScript 5, and prints the error for each, or nothing.
// Usage: node es5.mjs FILE
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const errorOf = (script) => {
  try {
    parse(script, { ecmaVersion: 5, sourceType: "script" });
    return "";
  } catch (error) {
    return String(error);
  }
};

console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2], "utf8")).map(errorOf)));
