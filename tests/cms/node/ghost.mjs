// Ghost: what a post shows of an HTML card.
import nodes from "@tryghost/kg-default-nodes";
import renderers from "@tryghost/kg-lexical-html-renderer";

const Renderer = renderers.default ?? renderers;
const renderer = new Renderer({ nodes: nodes.DEFAULT_NODES });

const postWith = (html) => ({
  root: {
    children: [{ type: "html", version: 1, html }],
    direction: null,
    format: "",
    indent: 0,
    type: "root",
    version: 1,
  },
});

export default (document) => renderer.render(JSON.stringify(postWith(document)));
