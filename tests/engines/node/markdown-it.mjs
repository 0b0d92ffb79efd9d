// markdown-it with all its extensions of CommonMark.
import markdownIt from "markdown-it";

const processor = markdownIt({ html: true, linkify: true, typographer: true });

export default (document) => processor.render(document);
