// Evaluates a file of literals, one per line: all characters in the order of their code points, each between the
// texts BEFORE and AFTER. Prints how many were read and the first wrong ones.
// Usage: node literals.mjs FILE BEFORE AFTER
import { readFileSync } from "node:fs";

const [file, before, after] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n");
const wrong = [];
let count = 0;

const inAscii = (text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16)).join(" ");

for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
  if (codePoint === 0xd800) codePoint = 0xe000; // surrogates are not characters
  const line = lines[count];
  count += 1;
  let got;
  try {
    got = (0, eval)(line);
  } catch (error) {
    got = String(error);
  }
  const isRight =
    typeof got === "string" &&
    got.length === before.length + (codePoint > 0xffff ? 2 : 1) + after.length &&
    got.codePointAt(before.length) === codePoint &&
    got.startsWith(before) &&
    got.endsWith(after);
  if (!isRight && wrong.length < 10) wrong.push({ codePoint: codePoint.toString(16), line, got: inAscii(String(got)) });
}

console.log(JSON.stringify({ count, lines: lines.length, wrong }));
