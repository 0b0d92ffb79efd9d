// Terser: reads a .js file and writes it again.
import { minify } from "terser";

export default async (document) => (await minify(document)).code;
