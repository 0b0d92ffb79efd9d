"""The bugs in what is read, and in what is said of it."""

from __future__ import annotations

from tests.reliability.bug import Bug

EVENTS = ("tests/events/test_event.py",)
DEFINITIONS = ("tests/definitions/test_load.py",)
ELEMENTS = ("tests/events/test_link.py",)
MOMENTS = ("tests/events/test_triggers.py",)
DEFAULTS = ("tests/definitions/test_defaults.py",)
SCHEMA = ("tests/definitions/test_schema.py",)
READING = ("tests/definitions/test_load.py", "tests/definitions/test_read.py")
WARNINGS = ("tests/events/test_lint.py",)
MESSAGES = ("tests/definitions/test_load.py", "tests/cli")
BUILDS = ("tests/output/test_build.py", "tests/cli/commands/test_build.py")

DEFINITION_BUGS = (
    # Definitions.
    Bug(
        "a key that is there twice is taken in JSON",
        "rtpsnippets/definitions/readers/json_reader.py",
        "has_twins = has_twins or len(members) < len(pairs)",
        "has_twins = False",
        DEFINITIONS,
    ),
    Bug(
        "a byte order mark is taken for text",
        "rtpsnippets/definitions/read.py",
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
        "rtpsnippets/definitions/readers/yaml_reader.py",
        "if anchor is not None:",
        "if False:",
        READING,
    ),
    Bug(
        "levels are not counted before a parser calls itself for each",
        "rtpsnippets/definitions/readers/bounds.py",
        "if depth > MAX_DEPTH",
        "if False",
        READING,
    ),
    Bug(
        "a file of any size is read",
        "rtpsnippets/definitions/read.py",
        "if len(content) > limit:",
        "if False:",
        READING,
    ),
    Bug(
        "an id may go up to the folder above",
        "rtpsnippets/events/event.py",
        '_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")',
        '_ID = re.compile(r"[a-z0-9./](?:[a-z0-9./_-]*[a-z0-9])?")',
        EVENTS,
    ),
    # Elements, moments, what all events share.
    Bug(
        "a page that a link opens may reach back",
        "rtpsnippets/events/link.py",
        '{"rel": "noopener"} if opens_tab',
        '{"rel": "noopener"} if False',
        ELEMENTS,
    ),
    Bug(
        "a new tab in capitals is none",
        "rtpsnippets/events/link.py",
        'self.attributes.get("target", "")).lower()',
        'self.attributes.get("target", ""))',
        ELEMENTS,
    ),
    Bug(
        "a link may lead nowhere",
        "rtpsnippets/events/element.py",
        "for name, problem in element.NEEDED.items() if name not in attributes",
        "for name, problem in element.NEEDED.items() if False",
        ELEMENTS,
    ),
    Bug(
        "a definition may mark an element with another event",
        "rtpsnippets/events/element.py",
        "if name == MARK:",
        "if False:",
        ELEMENTS,
    ),
    Bug(
        "an address that has controls in its scheme is taken for a relative one",
        "rtpsnippets/events/url.py",
        '_REMOVED.sub("", address.strip(_STRIPPED))',
        "address",
        DEFINITIONS,
    ),
    Bug(
        "an address in disguise is taken",
        "rtpsnippets/events/url.py",
        "    if disguised:",
        "    if False:",
        DEFINITIONS,
    ),
    Bug(
        "a selector may be left open",
        "rtpsnippets/events/triggers.py",
        "    if expected:\n",
        "    if False:\n",
        MOMENTS,
    ),
    Bug(
        "an event can't override what all share",
        "rtpsnippets/definitions/defaults.py",
        "return {**{name: value for name, value in defaults.items() if name != CLASS}, **table}",
        "return {**table, **{name: value for name, value in defaults.items() if name != CLASS}}",
        DEFAULTS,
    ),
    Bug(
        "an element can't override the class that all share",
        "rtpsnippets/definitions/defaults.py",
        " and CLASS not in element",
        "",
        DEFAULTS,
    ),
    Bug(
        "a warning is given although it is ignored",
        "rtpsnippets/events/lint.py",
        "if warning.rule not in event.ignore:",
        "if True:",
        WARNINGS,
    ),
    Bug(
        "a value of an event before isn't remembered",
        "rtpsnippets/events/lint.py",
        "self.places.setdefault(value, at)",
        "pass",
        WARNINGS,
    ),
    Bug(
        "--strict lets warnings pass",
        "rtpsnippets/cli/options.py",
        """if options["strict"]:""",
        "if False:",
        MESSAGES,
    ),
    # What an editor is told.
    Bug(
        "a line end at the end of a text is nothing to the schema",
        "rtpsnippets/events/field.py",
        r'return rf"^(?:{pattern})(?!\n)$"',
        r'return rf"^(?:{pattern})$"',
        SCHEMA,
    ),
    Bug(
        "the schema lets a table have any key",
        "rtpsnippets/events/field.py",
        '"additionalProperties": False',
        '"additionalProperties": True',
        SCHEMA,
    ),
    Bug(
        "the schema lets a definition mark an element",
        "rtpsnippets/events/element.py",
        'rf"(?!{MARK}$){',
        'rf"{',
        SCHEMA,
    ),
    # Messages and exit codes.
    Bug(
        "a message obeys an escape sequence from the input",
        "rtpsnippets/errors.py",
        'head = printable(": ".join(filter(None, (self.place, self.message))))',
        'head = ": ".join(filter(None, (self.place, self.message)))',
        MESSAGES,
    ),
    Bug(
        "a text from the input forges an annotation",
        "rtpsnippets/cli/reports/github.py",
        'return printable(text).replace("%", "%25")',
        "return text",
        MESSAGES,
    ),
    Bug(
        "problems end a run with 0",
        "rtpsnippets/cli/commands/main.py",
        "PROBLEMS = 1",
        "PROBLEMS = 0",
        MESSAGES,
    ),
    Bug(
        "--check finds differences and ends with 0",
        "rtpsnippets/cli/commands/build.py",
        "DIFFERENCES = 1",
        "DIFFERENCES = 0",
        BUILDS,
    ),
)
