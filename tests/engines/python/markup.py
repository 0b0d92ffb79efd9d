"""Markdown and Textile processors in Python: with their defaults, and with common extensions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

_PYMDOWN = (
    *("admonition", "toc", "sane_lists", "wikilinks", "smarty"),
    *(
        f"pymdownx.{name}"
        for name in (
            *("arithmatex", "betterem", "blocks.admonition", "blocks.details", "blocks.html", "blocks.tab", "caret"),
            *("critic", "details", "emoji", "extra", "highlight", "inlinehilite", "keys", "magiclink", "mark"),
            *("pathconverter", "progressbar", "saneheaders", "smartsymbols", "snippets", "superfences", "tabbed"),
            *("tasklist", "tilde"),
        )
    ),
)
_SHORTHAND = ("repo_url_shortener", "repo_url_shorthand", "social_url_shorthand", "normalize_issue_symbols")
_PYMDOWN_OPTIONS = {"pymdownx.magiclink": {**dict.fromkeys(_SHORTHAND, True), "user": "x", "repo": "y"}}

_MISTUNE = (
    *("abbr", "def_list", "footnotes", "insert", "mark", "math", "ruby", "spoiler", "strikethrough", "subscript"),
    *("superscript", "table", "task_lists", "url"),
)


def _python_markdown(*extensions: str) -> Callable[[str], str]:
    import markdown

    options = {name: _PYMDOWN_OPTIONS[name] for name in extensions if name in _PYMDOWN_OPTIONS}
    processor = markdown.Markdown(extensions=extensions, extension_configs=options)
    return lambda text: str(processor.reset().convert(text))


def _markdown_it() -> Callable[[str], str]:
    from markdown_it import MarkdownIt

    processor = MarkdownIt("commonmark")
    return lambda text: str(processor.render(text))


def _markdown_it_with_all() -> Callable[[str], str]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins import admon, attrs, deflist, dollarmath, field_list, footnote, front_matter, tasklists

    processor = MarkdownIt("gfm-like", {"typographer": True}).enable(["replacements", "smartquotes"])
    for plugin in (
        *(admon.admon_plugin, attrs.attrs_plugin, attrs.attrs_block_plugin, deflist.deflist_plugin),
        *(dollarmath.dollarmath_plugin, field_list.fieldlist_plugin, footnote.footnote_plugin),
        *(front_matter.front_matter_plugin, tasklists.tasklists_plugin),
    ):
        processor.use(plugin)
    return lambda text: str(processor.render(text))


def _mistune(plugins: Sequence[str]) -> Callable[[str], str]:
    import mistune

    processor = mistune.create_markdown(escape=False, plugins=plugins)
    return lambda text: str(processor(text))


def _textile() -> Callable[[str], str]:
    import textile

    return lambda text: str(textile.textile(text))


ENGINES: Mapping[str, Callable[[], Callable[[str], str]]] = {
    "markdown": _python_markdown,
    "markdown-extra": partial(_python_markdown, "extra", "smarty", "toc", "sane_lists", "nl2br"),
    "pymdownx": partial(_python_markdown, *_PYMDOWN),
    "markdown-it": _markdown_it,
    "markdown-it-all": _markdown_it_with_all,
    "mistune": partial(_mistune, ()),
    "mistune-all": partial(_mistune, _MISTUNE),
    "textile": _textile,
}
"""For each engine, by name: returns the function that converts a document."""
