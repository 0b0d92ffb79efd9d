// html-minifier-terser with `minifyJS`, which rewrites the JavaScript in scripts and handlers.
import { minifyWith } from "./html-minifier-terser.mjs";

export default minifyWith({ minifyJS: true });
