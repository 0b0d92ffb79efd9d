// html-minifier-terser with all options that make a page smaller, except `minifyJS` and `decodeEntities`.
import { minify } from "html-minifier-terser";

const options = {
  collapseBooleanAttributes: true,
  collapseWhitespace: true,
  minifyCSS: true,
  minifyURLs: true,
  removeAttributeQuotes: true,
  removeComments: true,
  removeEmptyAttributes: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  removeScriptTypeAttributes: true,
  sortAttributes: true,
  sortClassName: true,
  useShortDoctype: true,
};

/** `html-minifier-terser` with further options. */
export const minifyWith = (more) => (document) => minify(document, { ...options, ...more });

export default minifyWith({});
