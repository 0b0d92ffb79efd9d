// html-minifier-terser, all that makes a page smaller switched on but `minifyJS` and `decodeEntities`.
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

/** What `html-minifier-terser` is with further options of its own. */
export const minifyWith = (more) => (document) => minify(document, { ...options, ...more });

export default minifyWith({});
