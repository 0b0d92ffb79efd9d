// esbuild: reads a .js file and writes it again.
import { transform } from "esbuild";

export default async (document) => (await transform(document, { loader: "js", minify: true })).code;
