// remark with rehype-raw, without which it drops HTML.
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** `remark` with further plugins. */
export const remarkWith = (...plugins) => {
  const processor = unified()
    .use(remarkParse)
    .use(plugins)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeStringify);
  return async (document) => String(await processor.process(document));
};

export default remarkWith();
