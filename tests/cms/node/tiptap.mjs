// Tiptap with its starter kit, as a site bundles it.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

window.tiptap = (element) => new Editor({ element, extensions: [StarterKit] });
