"""The bugs in what is emitted: the literal, HTML, templates, and what sends an event."""

from __future__ import annotations

from tests.reliability.bug import Bug

LITERAL = ("tests/web/test_javascript.py",)
REFERENCES = ("tests/web/test_html.py",)
EVENTS = ("tests/events/test_event.py", "tests/events/test_button.py")
SNIPPETS = ("tests/snippets",)
BINDING = ("tests/snippets/test_binding.py",)
HASHES = ("tests/snippets/test_csp.py",)
MARKED = ("tests/snippets/test_marks.py",)
OPTIONS = ("tests/cli/commands/test_show.py",)

SNIPPET_BUGS = (
    # The literal and the call.
    Bug(
        "one character less is escaped",
        "rtpsnippets/web/javascript.py",
        r'_PLAIN = (string.ascii_letters + string.digits + " \\").encode()',
        r'_PLAIN = (string.ascii_letters + string.digits + " =\\").encode()',
        LITERAL,
    ),
    Bug(
        "a mark that repeats the one before it stays",
        "rtpsnippets/web/javascript.py",
        r'for mark in ",;?()/"}',
        r'for mark in ",;?()"}',
        LITERAL,
    ),
    Bug(
        "a space at either end stays",
        "rtpsnippets/web/javascript.py",
        r"|(?<=\A )|\Z)",
        ")",
        LITERAL,
    ),
    Bug(
        "what an escape ends with is taken for a letter",
        "rtpsnippets/web/javascript.py",
        r"(?<!\\u[0-9a-f]{4})",
        "",
        LITERAL,
    ),
    Bug(
        "a backslash is escaped like the other signs",
        "rtpsnippets/web/javascript.py",
        'if "\\\\" in plain:',
        "if False:",
        LITERAL,
    ),
    Bug(
        "a text is asked what it is",
        "rtpsnippets/web/javascript.py",
        "plain = text if type(text) is str else _plain(text)",
        "plain = str(text)",
        LITERAL,
    ),
    Bug(
        "five values stand in a call",
        "rtpsnippets/web/javascript.py",
        "VALUES_PER_CALL = 4",
        "VALUES_PER_CALL = 5",
        (*LITERAL, *EVENTS),
    ),
    Bug(
        "the invariant lets a double quote through",
        "rtpsnippets/web/javascript.py",
        "[ !#-%",
        "[ -%",
        LITERAL,
    ),
    # HTML.
    Bug(
        "a character reference is decimal",
        "rtpsnippets/web/html.py",
        'f"&#x{ord(match[0]):x};"',
        'f"&#{ord(match[0])};"',
        REFERENCES,
    ),
    Bug(
        "a field that is given is not judged",
        "rtpsnippets/events/event.py",
        "is not default}",
        "is default}",
        EVENTS,
    ),
    Bug(
        "a label is not escaped",
        "rtpsnippets/snippets/render.py",
        "escape_text(element.label)",
        "Markup(element.label)",
        SNIPPETS,
    ),
    Bug(
        "an attribute is not escaped",
        "rtpsnippets/snippets/render.py",
        'escape("" if value is True else str(value))',
        'Markup("" if value is True else str(value))',
        SNIPPETS,
    ),
    Bug(
        "controls may stand in a label",
        "rtpsnippets/events/text_rules.py",
        r'CONTROLS = r"\x00-\x1f\x7f-\x9f"',
        r'CONTROLS = r"\x7f-\x9f"',
        EVENTS,
    ),
    Bug(
        "any attribute may stand on a button",
        "rtpsnippets/events/element.py",
        "(_DATA_OR_ARIA_FIELD if _DATA_OR_ARIA.fullmatch(name) else None)",
        "_DATA_OR_ARIA_FIELD",
        EVENTS,
    ),
    Bug(
        "attributes are not quoted",
        "templates/button.html",
        '{{ name }}="{{ value }}"',
        "{{ name }}={{ value }}",
        SNIPPETS,
    ),
    Bug(
        "a button submits the form around it",
        "templates/button.html",
        ' type="button"',
        "",
        SNIPPETS,
    ),
    # Templates.
    Bug(
        "a template does not escape by itself",
        "rtpsnippets/snippets/templates.py",
        "autoescape=True",
        "autoescape=False",
        SNIPPETS,
    ),
    Bug(
        "a name that no template has is nothing",
        "rtpsnippets/snippets/templates.py",
        "undefined=jinja2.StrictUndefined",
        "undefined=jinja2.Undefined",
        SNIPPETS,
    ),
    Bug(
        "what a person's own template makes is not looked at",
        "rtpsnippets/snippets/render.py",
        "elif not is_sent(event.calls, snippet, is_html=format.is_html):",
        "elif False:",
        SNIPPETS,
    ),
    # What is sent, and by what.
    Bug(
        "the guard is left out",
        "rtpsnippets/events/event.py",
        "return tuple(map(guarded, self.calls)) if self.guard else self.calls",
        "return self.calls",
        SNIPPETS,
    ),
    Bug(
        "the campaign is shown before the event is sent",
        "rtpsnippets/events/event.py",
        "return (*calls, REFRESH) if self.refresh",
        "return (REFRESH, *calls) if self.refresh",
        SNIPPETS,
    ),
    Bug(
        "a snippet that has not its mark is taken",
        "rtpsnippets/snippets/render.py",
        "if not is_marked(event.id, snippet):",
        "if False:",
        SNIPPETS,
    ),
    Bug(
        "a mark beside a handler sends the event twice",
        "rtpsnippets/snippets/verify.py",
        " and not code.marks",
        "",
        SNIPPETS,
    ),
    Bug(
        "a binding without its events is taken",
        "rtpsnippets/snippets/binding.py",
        "if table not in script:",
        "if False:",
        BINDING,
    ),
    Bug(
        "a selector stands in the binding as it is",
        "rtpsnippets/snippets/binding.py",
        "literal(event.selector)",
        "f\"'{event.selector}'\"",
        BINDING,
    ),
    Bug(
        "a hash is over the bytes of another charset",
        "rtpsnippets/snippets/csp.py",
        "hashlib.sha256(code.encode())",
        "hashlib.sha256(code.encode('utf-16'))",
        HASHES,
    ),
    Bug(
        "hashes don't hold for handlers",
        "rtpsnippets/snippets/csp.py",
        "if any(found.kind == HANDLER for found in hashes)",
        "if False",
        HASHES,
    ),
    Bug(
        "an event that the binding sends gets a handler too",
        "rtpsnippets/events/event.py",
        "if self.carrier == INLINE else None",
        "if True else None",
        MARKED,
    ),
    Bug(
        "the handler that an element has is lost",
        "rtpsnippets/snippets/marks.py",
        '" ".join(filter(None, (event.handler, own.replace(\'"\', "&quot;"))))',
        "event.handler",
        MARKED,
    ),
    Bug(
        "a handler is put into a text",
        "rtpsnippets/web/tokenizer.py",
        "if name in TEXT_ELEMENTS and not is_foreign:",
        "if False:",
        MARKED,
    ),
    Bug(
        "what stands in a template may send the calls twice",
        "rtpsnippets/snippets/verify.py",
        "return _made(code) == [list(calls)] and not code.marks",
        "return list(calls) in _made(code)",
        SNIPPETS,
    ),
    Bug(
        "a reference without a semicolon is decoded before a sign that goes on",
        "rtpsnippets/web/charrefs.py",
        "in html5 and not is_cut else",
        "in html5 else",
        ("tests/cli/commands/test_csp.py",),
    ),
    Bug(
        "an option is not heeded",
        "rtpsnippets/cli/options.py",
        "for_all = {name: value for name, value in given.items() if value}",
        "for_all = {}",
        OPTIONS,
    ),
)
