// Terser: reads a .js file and writes it anew.
import { minify } from "terser";

export default async (document) => (await minify(document)).code;
