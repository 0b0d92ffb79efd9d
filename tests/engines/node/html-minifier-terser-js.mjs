// html-minifier-terser with `minifyJS`, which writes the JavaScript in scripts and handlers anew.
import { minifyWith } from "./html-minifier-terser.mjs";

export default minifyWith({ minifyJS: true });
