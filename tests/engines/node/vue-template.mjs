// Vue on the server: the document is the template of a component.
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";

export default (document) => renderToString(createSSRApp({ template: document }));
