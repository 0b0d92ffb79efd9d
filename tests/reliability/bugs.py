"""The bugs that `planted_bugs.py` plants, one at a time: each would break a promise, and must be seen by the tests.

The text of a bug stands exactly once in the source, which a test of the suite holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LITERAL = ("tests/test_javascript.py",)
REFERENCES = ("tests/test_html.py",)
EVENTS = ("tests/test_event.py",)
SNIPPETS = ("tests/test_snippets.py",)
DEFINITIONS = ("tests/test_definitions.py",)
ELEMENTS = ("tests/test_link.py",)
MOMENTS = ("tests/test_moments.py",)
DEFAULTS = ("tests/test_defaults.py",)
BINDING = ("tests/test_binding.py",)
HASHES = ("tests/test_csp.py",)
MARKED = ("tests/test_marked.py",)
OPTIONS = ("tests/cli/test_show.py",)
READING = ("tests/test_definitions.py", "tests/test_read.py")
MESSAGES = ("tests/test_definitions.py", "tests/cli")
PLANS = ("tests/test_plan.py",)
BUILDS = ("tests/test_write.py", "tests/test_build.py", "tests/cli/test_build.py")

LOCKS = ("tests/test_build.py", "tests/test_lock.py")


class Bug(NamedTuple):
    """What is wrong, the file, the text in it, what stands there instead, and the tests that must see it."""

    what: str
    file: str
    text: str
    becomes: str
    tests: Sequence[str]


BUGS = (
    # The literal and the call.
    Bug(
        "one character less is escaped",
        "rtpsnippets/javascript.py",
        r'r"[^A-Za-z0-9 \-.,;!?()/]"',
        r'r"[^A-Za-z0-9 \-.,;!?()/=]"',
        LITERAL,
    ),
    Bug(
        "a mark that repeats the one before it stays",
        "rtpsnippets/javascript.py",
        r'r"|(?<=([ \-.,;!?()/]))\1"',
        '""',
        LITERAL,
    ),
    Bug(
        "a space at either end stays",
        "rtpsnippets/javascript.py",
        r'r"|^ | \Z"',
        '""',
        LITERAL,
    ),
    Bug(
        "half of a surrogate pair is lost",
        "rtpsnippets/javascript.py",
        "for at in range(0, len(units), 2)",
        "for at in range(0, 2, 2)",
        LITERAL,
    ),
    Bug(
        "a text is asked what it is",
        "rtpsnippets/javascript.py",
        "plain = str.__str__(text)",
        "plain = str(text)",
        LITERAL,
    ),
    Bug(
        "five values stand in a call",
        "rtpsnippets/javascript.py",
        "VALUES_PER_CALL = 4",
        "VALUES_PER_CALL = 5",
        (*LITERAL, *EVENTS),
    ),
    Bug(
        "the invariant lets a double quote through",
        "rtpsnippets/javascript.py",
        "[ !#-%",
        "[ -%",
        LITERAL,
    ),
    # HTML.
    Bug(
        "a character reference is decimal",
        "rtpsnippets/html.py",
        'f"&#x{ord(match[0]):x};"',
        'f"&#{ord(match[0])};"',
        REFERENCES,
    ),
    Bug(
        "a label is not escaped",
        "rtpsnippets/snippets.py",
        "escape_text(element.label)",
        "Markup(element.label)",
        SNIPPETS,
    ),
    Bug(
        "an attribute is not escaped",
        "rtpsnippets/snippets.py",
        'escape("" if value is True else str(value))',
        'Markup("" if value is True else str(value))',
        SNIPPETS,
    ),
    Bug(
        "controls may stand in a label",
        "rtpsnippets/text.py",
        r"[\x00-\x1f\x7f-\x9f",
        r"[\x7f-\x9f",
        EVENTS,
    ),
    Bug(
        "any attribute may stand on a button",
        "rtpsnippets/element.py",
        "(html_text if _DATA_OR_ARIA.fullmatch(name) else None)",
        "html_text",
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
        "rtpsnippets/fill.py",
        "autoescape=True",
        "autoescape=False",
        SNIPPETS,
    ),
    Bug(
        "a name that no template has is nothing",
        "rtpsnippets/fill.py",
        "undefined=jinja2.StrictUndefined",
        "undefined=jinja2.Undefined",
        SNIPPETS,
    ),
    Bug(
        "what a person's own template makes is not looked at",
        "rtpsnippets/snippets.py",
        "elif not is_sent(event.calls, snippet, is_html=format.is_html):",
        "elif False:",
        SNIPPETS,
    ),
    # Definitions.
    Bug(
        "a key that is there twice is taken in JSON",
        "rtpsnippets/readers/json_reader.py",
        "has_twins = has_twins or len(members) < len(pairs)",
        "has_twins = False",
        DEFINITIONS,
    ),
    Bug(
        "a byte order mark is taken for text",
        "rtpsnippets/read.py",
        ".removeprefix(BOM_UTF8)",
        "",
        DEFINITIONS,
    ),
    Bug(
        "a problem's line is one too low",
        "rtpsnippets/lines.py",
        "bisect_left(self._ends, index) + 1",
        "bisect_left(self._ends, index)",
        DEFINITIONS,
    ),
    Bug(
        "an anchor is taken in YAML",
        "rtpsnippets/readers/yaml_reader.py",
        "if anchor is not None:",
        "if False:",
        READING,
    ),
    Bug(
        "levels are not counted before a parser calls itself for each",
        "rtpsnippets/readers/refusals.py",
        "if depth > MAX_DEPTH",
        "if False",
        READING,
    ),
    Bug(
        "a file of any size is read",
        "rtpsnippets/read.py",
        "if len(content) > limit:",
        "if False:",
        READING,
    ),
    Bug(
        "an id may go up to the folder above",
        "rtpsnippets/event.py",
        '_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")',
        '_ID = re.compile(r"[a-z0-9./](?:[a-z0-9./_-]*[a-z0-9])?")',
        EVENTS,
    ),
    # Elements, moments, what all events share.
    Bug(
        "a page that a link opens may reach back",
        "rtpsnippets/link.py",
        '{"rel": "noopener"} if opens_tab',
        '{"rel": "noopener"} if False',
        ELEMENTS,
    ),
    Bug(
        "a new tab in capitals is none",
        "rtpsnippets/link.py",
        'self.attributes.get("target", "")).lower()',
        'self.attributes.get("target", ""))',
        ELEMENTS,
    ),
    Bug(
        "a link may lead nowhere",
        "rtpsnippets/element.py",
        "for name, problem in element.NEEDED.items() if name not in attributes",
        "for name, problem in element.NEEDED.items() if False",
        ELEMENTS,
    ),
    Bug(
        "a definition may mark an element with another event",
        "rtpsnippets/element.py",
        "if name == MARK:",
        "if False:",
        ELEMENTS,
    ),
    Bug(
        "an address that has controls in its scheme is taken for a relative one",
        "rtpsnippets/address.py",
        '_REMOVED.sub("", address.strip(_STRIPPED))',
        "address",
        DEFINITIONS,
    ),
    Bug(
        "an address in disguise is taken",
        "rtpsnippets/address.py",
        "    if disguised:",
        "    if False:",
        DEFINITIONS,
    ),
    Bug(
        "a selector may be left open",
        "rtpsnippets/moments.py",
        "    if expected:\n",
        "    if False:\n",
        MOMENTS,
    ),
    Bug(
        "an event can't override what all share",
        "rtpsnippets/defaults.py",
        "return {**{name: value for name, value in defaults.items() if name != CLASS}, **table}",
        "return {**table, **{name: value for name, value in defaults.items() if name != CLASS}}",
        DEFAULTS,
    ),
    Bug(
        "an element can't override the class that all share",
        "rtpsnippets/defaults.py",
        " and name not in element",
        "",
        DEFAULTS,
    ),
    # What is sent, and by what.
    Bug(
        "the guard is left out",
        "rtpsnippets/event.py",
        "return tuple(map(guarded, self.calls)) if self.guard else self.calls",
        "return self.calls",
        SNIPPETS,
    ),
    Bug(
        "the campaign is shown before the event is sent",
        "rtpsnippets/event.py",
        "return (*map(call, self.batches), *([REFRESH] if self.refresh else []))",
        "return (*([REFRESH] if self.refresh else []), *map(call, self.batches))",
        SNIPPETS,
    ),
    Bug(
        "a snippet that has not its mark is taken",
        "rtpsnippets/snippets.py",
        "if not is_marked(event.id, snippet):",
        "if False:",
        SNIPPETS,
    ),
    Bug(
        "a mark beside a handler sends the event twice",
        "rtpsnippets/verify.py",
        " and not code.marks",
        "",
        SNIPPETS,
    ),
    Bug(
        "a binding without its events is taken",
        "rtpsnippets/binding.py",
        "if table not in script:",
        "if False:",
        BINDING,
    ),
    Bug(
        "a selector stands in the binding as it is",
        "rtpsnippets/binding.py",
        "literal(event.selector)",
        "f\"'{event.selector}'\"",
        BINDING,
    ),
    Bug(
        "a hash is over the bytes of another charset",
        "rtpsnippets/csp.py",
        "hashlib.sha256(code.encode())",
        "hashlib.sha256(code.encode('utf-16'))",
        HASHES,
    ),
    Bug(
        "hashes don't hold for handlers",
        "rtpsnippets/csp.py",
        "if any(found.kind == HANDLER for found in hashes)",
        "if False",
        HASHES,
    ),
    Bug(
        "an event that the binding sends gets a handler too",
        "rtpsnippets/marked.py",
        "if event.carrier == INLINE else None",
        "if True else None",
        MARKED,
    ),
    Bug(
        "the handler that an element has is lost",
        "rtpsnippets/marked.py",
        '" ".join(filter(None, (event.handler, own.replace(\'"\', "&quot;"))))',
        "event.handler",
        MARKED,
    ),
    Bug(
        "a handler is put into a text",
        "rtpsnippets/tags.py",
        "if tag.name in TEXT_ELEMENTS and not tag.is_end:",
        "if False:",
        MARKED,
    ),
    Bug(
        "what stands in a template may send the calls twice",
        "rtpsnippets/verify.py",
        "return _made(code) == [list(calls)] and not code.marks",
        "return list(calls) in _made(code)",
        SNIPPETS,
    ),
    Bug(
        "a reference without a semicolon is decoded before a sign that goes on",
        "rtpsnippets/tags.py",
        "and not is_cut) else",
        ") else",
        ("tests/cli/test_csp.py",),
    ),
    Bug(
        "an option is not heeded",
        "rtpsnippets/cli/options.py",
        "for_all = {name: value for name, value in given.items() if value}",
        "for_all = {}",
        OPTIONS,
    ),
    # Messages and exit codes.
    Bug(
        "a message obeys an escape sequence from the input",
        "rtpsnippets/errors.py",
        'head = printable(": ".join(filter(None, (self.place, key_path(self.key), self.what))))',
        'head = ": ".join(filter(None, (self.place, key_path(self.key), self.what)))',
        MESSAGES,
    ),
    Bug(
        "a text from the input forges an annotation",
        "rtpsnippets/cli/annotations.py",
        'return printable(text).replace("%", "%25")',
        "return text",
        MESSAGES,
    ),
    Bug(
        "problems end a run with 0",
        "rtpsnippets/cli/main.py",
        "PROBLEMS = 1",
        "PROBLEMS = 0",
        MESSAGES,
    ),
    Bug(
        "--check finds differences and ends with 0",
        "rtpsnippets/cli/build.py",
        "DIFFERENCES = 1",
        "DIFFERENCES = 0",
        BUILDS,
    ),
    # What a build may do with a file.
    Bug(
        "a file is removed though a person has changed it",
        "rtpsnippets/plan.py",
        "if before is None or digest(before) not in known:",
        "if before is None:",
        PLANS,
    ),
    Bug(
        "a file is overwritten though a person has changed it",
        "rtpsnippets/plan.py",
        "if overwrite or (known and digest(before) in known):",
        "if overwrite or known:",
        PLANS,
    ),
    Bug(
        "a foreign file that is as it should be becomes ours",
        "rtpsnippets/plan.py",
        "(step.action is not Action.KEEP or overwrite or digest(step.after) in ours)",
        "True",
        PLANS,
    ),
    Bug(
        "files are removed from a home folder or a repository",
        "rtpsnippets/plan.py",
        "elif folder.keeps:",
        "elif False:",
        BUILDS,
    ),
    Bug(
        "a link is followed",
        "rtpsnippets/folder.py",
        "file.is_file() and not file.is_symlink()",
        "file.is_file()",
        BUILDS,
    ),
    Bug(
        "a manifest may name a file outside the folder",
        "rtpsnippets/manifest.py",
        '_NAME = re.compile(r"[a-z0-9]',
        '_NAME = re.compile(r"[a-z0-9./]',
        PLANS,
    ),
    # How it writes.
    Bug(
        "a file is put in its place before it is safe on the disk",
        "rtpsnippets/write.py",
        "os.fsync(file.fileno())",
        "pass",
        BUILDS,
    ),
    Bug(
        "a file is written in its place",
        "rtpsnippets/write.py",
        "temporary.replace(path)\n    except OSError",
        "path.write_bytes(step.after)\n                temporary.unlink()\n    except OSError",
        BUILDS,
    ),
    Bug(
        "the manifest is not written first",
        "rtpsnippets/write.py",
        "((plan.manifest_before,), plan.steps, (plan.manifest_after,))",
        "(plan.steps, (plan.manifest_after,))",
        BUILDS,
    ),
    Bug(
        "what is written last may reach the disk first",
        "rtpsnippets/write.py",
        "            _keep_order(plan.path)",
        "            pass",
        BUILDS,
    ),
    Bug(
        "a half-written file stays when the disk is full",
        "rtpsnippets/write.py",
        "        with suppress(OSError):\n            path.unlink()",
        "        pass",
        BUILDS,
    ),
    Bug(
        "what another program has changed meanwhile is overwritten",
        "rtpsnippets/write.py",
        "if dict(contents(path.parent, [step.name])) != planned:",
        "if False:",
        BUILDS,
    ),
    Bug(
        "a changed file loses its mode",
        "rtpsnippets/write.py",
        "temporary.chmod(S_IMODE(path.stat().st_mode))",
        "pass",
        BUILDS,
    ),
    Bug(
        "what a killed run has left stays for ever",
        "rtpsnippets/build.py",
        "        remove_temporaries(path)\n",
        "",
        BUILDS,
    ),
    Bug(
        "two builds write at the same time",
        "rtpsnippets/lock.py",
        "flock(descriptor, LOCK_EX | LOCK_NB)",
        "pass",
        LOCKS,
    ),
    Bug(
        "a signal comes between a file and its place",
        "rtpsnippets/write.py",
        "signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)",
        "pass",
        BUILDS,
    ),
)
