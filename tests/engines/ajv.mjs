// Validates JSON files with the schema next to them, and prints for each whether it is wrong.
// Usage: node ajv.mjs FILE...
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const isGood = new Ajv({ strict: true, allowUnionTypes: true }).compile(read("events.schema.json"));

const isWrong = (file) => {
  try {
    return !isGood(read(file));
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
};

console.log(JSON.stringify(process.argv.slice(2).map(isWrong)));
