// Converts documents with one engine: the default export of the file with its name.
// Usage: node convert.mjs FILE, where FILE is {"engine": NAME, "documents": [...]}. Prints the list of the engine's
// outputs, with {"error": ...} for a document that fails.
import { readFileSync } from "node:fs";

import { inAscii } from "./ascii.mjs";

const { engine, documents } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { default: convert } = await import(`./${engine}.mjs`);

const converted = async (document) => {
  try {
    return await convert(document);
  } catch (error) {
    return { error: String(error) };
  }
};

const outputs = [];
for (const document of documents) outputs.push(await converted(document));
process.stdout.write(inAscii(outputs));
