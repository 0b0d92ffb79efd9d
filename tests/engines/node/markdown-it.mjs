// markdown-it, all that it offers beyond CommonMark switched on.
import markdownIt from "markdown-it";

const processor = markdownIt({ html: true, linkify: true, typographer: true });

export default (document) => processor.render(document);
