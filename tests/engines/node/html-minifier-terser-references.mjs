// html-minifier-terser with `decodeEntities`, which writes references as the characters that they stand for.
import { minifyWith } from "./html-minifier-terser.mjs";

export default minifyWith({ decodeEntities: true });
