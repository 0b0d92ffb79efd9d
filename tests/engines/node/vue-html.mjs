// Vue on the server: the document is HTML that a component includes unchanged with `v-html`.
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";

const template = '<div v-html="html"></div>';

export default (document) => renderToString(createSSRApp({ template, data: () => ({ html: document }) }));
