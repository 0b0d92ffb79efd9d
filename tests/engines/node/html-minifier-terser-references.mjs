// html-minifier-terser with `decodeEntities`, which replaces references by their characters.
import { minifyWith } from "./html-minifier-terser.mjs";

export default minifyWith({ decodeEntities: true });
