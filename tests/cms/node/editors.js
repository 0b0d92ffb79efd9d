// Opens an editor in an element as documented, with its own settings: returns a function that takes the pasted source
// and returns the content that the editor keeps. If an editor has a source view, the source goes through that.
"use strict";

(() => {
  const type = (selector, source) => {
    const area = document.querySelector(selector);
    area.value = source;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // JSON has no regular expressions.
  const matching = ({ name, ...rest }) => ({ name: new RegExp(name), ...rest });

  const openings = {
    tinymce: async (target) => {
      const settings = { target, license_key: "gpl", plugins: "code link", promotion: false, branding: false };
      const [editor] = await window.tinymce.init(settings);
      return (source) => {
        editor.execCommand("mceCodeEditor");
        type(".tox-dialog textarea", source);
        const buttons = [...document.querySelectorAll(".tox-dialog__footer button")];
        buttons.find((button) => button.textContent.trim() === "Save").click();
        return editor.getContent();
      };
    },

    wordpress: async () => {
      await new Promise((resolve) => {
        const settings = { wpautop: true, indent: false, init_instance_callback: resolve };
        window.wp.editor.initialize("content", { tinymce: settings, quicktags: true });
      });
      return (source) => {
        window.switchEditors.go("content", "html");
        type("#content", source);
        window.switchEditors.go("content", "tmce");
        return window.wp.editor.getContent("content");
      };
    },

    ckeditor5: async (element, { plugins, support, embeds }) => {
      const editor = await window.CKEDITOR.ClassicEditor.create(element, {
        licenseKey: "GPL",
        plugins: ["Essentials", "Paragraph", "Bold", "Link", "SourceEditing", ...plugins].map(
          (name) => window.CKEDITOR[name],
        ),
        ...(support ? { htmlSupport: { allow: [matching(support)] } } : {}),
      });
      const view = editor.plugins.get("SourceEditing");
      return (source) => {
        if (embeds) {
          editor.setData("");
          editor.execute("htmlEmbed", source);
        } else {
          view.isSourceEditingMode = true;
          type(".ck-source-editing-area textarea", source);
          view.isSourceEditingMode = false;
        }
        return editor.getData();
      };
    },

    ckeditor4: async (element) => {
      window.CKEDITOR.config.versionCheck = false;
      const editor = window.CKEDITOR.replace(element, { customConfig: "" });
      await new Promise((resolve) => editor.on("instanceReady", resolve));
      const show = (mode) => new Promise((resolve) => editor.setMode(mode, resolve));
      return async (source) => {
        await show("source");
        type("textarea.cke_source", source);
        await show("wysiwyg");
        return editor.getData();
      };
    },

    // It has no source view: this does what pasting HTML does.
    quill: async (element) => {
      const editor = new window.Quill(element, { theme: "snow" });
      return (source) => {
        editor.setContents([]);
        editor.clipboard.dangerouslyPasteHTML(source);
        return editor.getSemanticHTML();
      };
    },

    // It has no source view.
    tiptap: async (element) => {
      const editor = window.tiptap(element);
      return (source) => {
        editor.commands.setContent(source);
        return editor.getHTML();
      };
    },

    // It has no source view.
    trix: async (element) => {
      element.innerHTML = '<input id="x" type="hidden"><trix-editor input="x"></trix-editor>';
      const { editor } = await new Promise((resolve) => {
        element.addEventListener("trix-initialize", (event) => resolve(event.target), { once: true });
      });
      return (source) => {
        editor.loadHTML(source);
        return element.querySelector("input").value;
      };
    },

    jodit: async (element) => {
      const editor = window.Jodit.make(element, { sourceEditor: "area" });
      return async (source) => {
        editor.setMode(window.Jodit.constants.MODE_SOURCE);
        type(".jodit-source textarea", source);
        const cleaned = new Promise((resolve) => editor.e.one("finishedCleanHTMLWorker", resolve));
        editor.setMode(window.Jodit.constants.MODE_WYSIWYG);
        await cleaned; // which happens some time after a change
        return editor.value;
      };
    },

    suneditor: async (element) => {
      const editor = await new Promise((resolve) => {
        window.SUNEDITOR.create(element, {
          buttonList: [["codeView"]],
          events: { onload: ({ $ }) => resolve($) },
        });
      });
      return (source) => {
        editor.viewer.codeView(true);
        type(".se-code-viewer", source);
        editor.viewer.codeView(false);
        return editor.html.get();
      };
    },

    summernote: async (element) => {
      const editor = window.jQuery(element).summernote();
      return (source) => {
        editor.summernote("codeview.activate");
        type(".note-codable", source);
        editor.summernote("codeview.deactivate");
        return editor.summernote("code");
      };
    },

    froala: async (element) => {
      const editor = await new Promise((resolve) => {
        const made = new window.FroalaEditor(element, {}, () => resolve(made));
      });
      return (source) => {
        editor.codeView.toggle();
        type("textarea.fr-code", source);
        editor.codeView.toggle();
        return editor.html.get();
      };
    },

    // It has no source view, but plugins that pass the source to this method.
    grapesjs: async (container) => {
      const editor = window.grapesjs.init({ container, storageManager: false, telemetry: false, cssIcons: "" });
      return (source) => {
        editor.setComponents(source);
        return editor.getHtml();
      };
    },

    // The editor of djangocms-text, with a toolbar that has links. It has no source view.
    "django-cms": async (element) => {
      element.innerHTML = '<form><textarea id="text"></textarea></form>';
      const settings = { lang: {}, options: { toolbar: [["Bold", "Link", "Unlink"]] } };
      window.cms_editor_plugin.create(element.querySelector("textarea"), false, "", settings, () => {});
      const [editor] = Object.values(window.cms_editor_plugin._editors);
      return (source) => {
        editor.commands.setContent(source);
        return editor.getHTML();
      };
    },

    dompurify: async () => (source) => window.DOMPurify.sanitize(source),
  };

  /** Open an editor with these settings. */
  window.openEditor = async (opening, settings) => {
    const element = document.createElement("div");
    document.body.append(element);
    const keep = await openings[opening](element, settings);

    /** What the editor keeps of each source. */
    window.keepAll = async (sources) => {
      const kept = [];
      for (const source of sources) kept.push(await keep(source));
      return kept;
    };
  };
})();
