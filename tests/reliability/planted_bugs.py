"""Plant bugs in a copy, one at a time, and see the tests fail: `python -m tests.reliability.planted_bugs`.

They are those that `mutation.py` doesn't make: in templates, in modules that it leaves out, and those that take more
than one change. Each would break a promise. Ends with 1 if the tests don't see one. The checkout itself is never
changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.reliability.copied_checkout import Copy, copied_checkout

_TIMEOUT = 300


class Bug(NamedTuple):
    """What is wrong, the module or template, the tests that must fail, the text, and what stands there instead.

    The text is in the file exactly once.
    """

    what: str
    file: str
    tests: str
    text: str
    becomes: str

    @property
    def path(self) -> str:
        """The file, seen from the checkout."""
        return self.file if self.file.startswith("templates/") else f"rtpsnippets/{self.file}.py"


_TABLE: Mapping[tuple[str, str], Sequence[tuple[str, str, str]]] = {
    ("web/javascript", "tests/web/test_javascript.py"): [
        ("one character less is escaped", r'string.digits + " \\"', r'string.digits + " =\\"'),
    ],
    ("snippets/render", "tests/snippets/test_render.py"): [
        ("a label is not escaped", "readable_label(element.label)", "Markup(element.label)"),
        ("an attribute is not escaped", 'readable_attribute("" if', 'Markup("" if'),
    ],
    ("snippets/render", "tests/snippets/test_calls_of_templates.py"): [
        (
            "what a person's own template makes is not looked at",
            "elif not is_sent(event.calls, snippet, is_html=format.is_html):",
            "elif False:",
        ),
    ],
    ("snippets/render", "tests/snippets/test_templates.py"): [
        ("a snippet that has not its mark is taken", "if not is_marked(event.id, snippet):", "if False:"),
    ],
    ("events/text_rules", "tests/events/test_button.py"): [
        ("controls may stand in a label", r'CONTROLS = r"\x00-\x1f\x7f-\x9f"', r'CONTROLS = r"\x7f-\x9f"'),
    ],
    ("events/element", "tests/events/test_button.py"): [
        ("any attribute may stand on a button", "if _DATA_OR_ARIA.fullmatch(name):", "if True:"),
    ],
    ("events/element", "tests/events/test_link.py"): [
        ("a link may lead nowhere", "if name not in given", "if False"),
        ("a definition may mark an element with another event", "if name == MARK:", "if False:"),
        ("a definition may mark an element by a class", "if name.startswith(MARK_CLASS)", "if False"),
    ],
    ("events/element", "tests/definitions/test_schema.py"): [
        ("the schema lets a definition mark an element", 'whole(f"(?!(?:{MARK}|', 'whole(f"(?!(?:'),
    ],
    ("templates/button.html", "tests/snippets/test_render.py"): [
        ("attributes are not quoted", '{{ name }}="{{ value }}"', "{{ name }}={{ value }}"),
        ("a button submits the form around it", ' type="button"', ""),
    ],
    ("snippets/templates", "tests/snippets/test_templates.py"): [
        ("a template does not escape by itself", "autoescape=True", "autoescape=False"),
        ("a name that no template has is nothing", "undefined=jinja2.StrictUndefined", "undefined=jinja2.Undefined"),
    ],
    ("events/event", "tests/snippets/test_render.py"): [
        ("the campaign is shown before the event is sent", "(*calls, REFRESH)", "(REFRESH, *calls)"),
    ],
    ("events/event", "tests/events/test_event.py"): [
        ("an id may go up to the folder above", '"[a-z0-9](?:[a-z0-9_-]*', '"[a-z0-9./](?:[a-z0-9./_-]*'),
    ],
    ("snippets/binding", "tests/snippets/test_binding.py"): [
        ("a binding without its events is taken", "if table not in script:", "if False:"),
        ("a selector stands in the binding as it is", "literal(event.selector)", "f\"'{event.selector}'\""),
    ],
    ("snippets/templates", "tests/snippets/test_binding.py"): [
        ("the binding has empty lines", "filter(None, map(Markup.strip, code.splitlines()))", "code.splitlines()"),
    ],
    ("templates/binding.js", "tests/pages/test_binding.py"): [
        (
            "nothing listens on a page that is written anew",
            "page.listeners.forEach(function (again) { again(); });",
            "listen();",
        ),
        (
            "an element is taken for what the bindings of a page share",
            "{}.hasOwnProperty.call(window, NAME) ?",
            "window[NAME] ?",
        ),
        (
            "an element of another document is taken for none",
            "return get(node, 'nodeType') === 1;",
            "return node instanceof window.Element;",
        ),
        ("a class is no mark", "name.indexOf('{{ mark_class }}') ? [] :", "true ? [] :"),
        (
            "a part of a class is a mark",
            "name.indexOf('{{ mark_class }}') ?",
            "name.indexOf('{{ mark_class }}') === -1 ?",
        ),
        (
            "a property of an element of one's own hides that of the browser",
            "element.__lookupGetter__('classList').call(node)",
            "get(node, 'classList')",
        ),
        ("a handler is read byte for byte", "compact(String(get(node, 'on' + trigger)))", "get(node, 'on' + trigger)"),
        ("a control hides a handler of its form", "get(node, 'on' + trigger)", "node['on' + trigger]"),
        ("what a comment says is taken for a call", r"|\/\*[\s\S]*?\*\/|\/\/.*/g, '$1')", "/g, '$1')"),
        ("an address in a handler is taken for a comment", r"|(['\u0022\u0060])(?:\\[\s\S]|(?!\2)[^\\])*\2)", ")"),
        ("another function is taken for the tag's", r"(/(^|[^\w$.])", "(/(^|)"),
    ],
    ("templates/binding.js", "tests/pages/test_binding_reports.py"): [
        ("an unknown id in a class is reported at a click only", ",[class*={{ mark_class }}]", ""),
    ],
    ("templates/binding.js", "tests/pages/test_triggers.py"): [
        (
            "an element is seen that is hidden",
            "if (getComputedStyle(entry.target).visibility === 'visible') {",
            "if (true) {",
        ),
        ("an element that a class marks is never seen", "findAll(roots, '.{{ mark_class }}' + id)", "[]"),
        ("an element that was hidden is never seen", "observer.unobserve(entry.target);", ""),
        ("an element without a box is never seen", "getComputedStyle(node).display === 'contents'", "false"),
        ("nothing in a shadow root is seen", ".map(getShadow).filter(Boolean).map(getRoots)", ".slice(0, 0)"),
        (
            "an element is taken for the observer",
            "typeof window.IntersectionObserver === 'function'",
            "window.IntersectionObserver",
        ),
        (
            "all selectors are searched for at once",
            "if (Math.max(performance.now() - begun, 10) !== 10) { break; }",
            "",
        ),
        ("the binding doesn't rest after long work", "Math.max(worked * 10, 1000)", "1000"),
        (
            "a selector is judged by a search of the page",
            "new Image().matches(own[id].selector);",
            "document.querySelector(own[id].selector);",
        ),
        ("the binding never rests", "if (!queue.length) { return; }", ""),
    ],
    ("templates/binding.js", "tests/pages/test_views.py"): [
        ("a page that is only prerendered sends", "get(document, 'prerendering')", "false"),
        ("a page from the cache is no new view", "if (event.persisted) {", "if (false) {"),
        ("no router is understood", "router.addEventListener('currententrychange', move);", ""),
        ("a query that is replaced is a new view", "(/push|traverse|pop/)", "(/./)"),
        ("a query that is left by going back is none", "(/push|traverse|pop/)", "(/push/)"),
        ("a view of Turbo is judged before its page is there", "leaving = event.detail.action;", ""),
        ("a page that Turbo renews is a new view", "(leaving === 'replace' ? rest : begin)(0);", "begin(0);"),
        (
            "an element is taken for the router",
            "(window.navigation || {}).updateCurrentEntry ?",
            "window.navigation ?",
        ),
        ("nobody looks at the address", "if (move({})) { return; }", ""),
        ("the next view is judged by the page before", "if (isNew) { begin(1000); }", "if (isNew) { begin(0); }"),
        (
            "what a view has sent is sent by no other",
            "begin(wait) {\n    tick();\n    sent = table();",
            "begin(wait) {\n    tick();",
        ),
        ("a delay counts from the document", "since[id] = before;", "since[id] = 0;"),
        ("a delay goes on where no element is", "delete since[id];", ""),
        ("time in a hidden tab counts", "hidden = get(document, 'hidden');", ""),
    ],
    ("snippets/csp", "tests/snippets/test_csp.py"): [
        (
            "a hash is over the bytes of another charset",
            "hashlib.sha256(code.encode())",
            "hashlib.sha256(code.encode('utf-16'))",
        ),
        ("hashes don't hold for handlers", "if any(found.kind != SCRIPT for found in hashes)", "if False"),
    ],
    ("web/tokenizer", "tests/snippets/test_marks.py"): [
        (
            "a handler is put into a text",
            "elif name in TEXT_ELEMENTS and not (is_foreign or (is_xml and is_closed)):",
            "elif False:",
        ),
    ],
    ("web/charrefs", "tests/cli/commands/test_csp.py"): [
        (
            "a reference without a semicolon is decoded before a sign that goes on",
            "in html5 and not is_cut else",
            "in html5 else",
        ),
    ],
    ("cli/options", "tests/cli/commands/test_show.py"): [
        ("an option is not heeded", "for name, value in given.items() if value}", "for name, value in () if value}"),
    ],
    ("cli/options", "tests/cli/commands/test_check.py"): [
        ("--strict lets warnings pass", 'if options["strict"]:', "if False:"),
    ],
    ("definitions/readers/json_reader", "tests/definitions/test_load.py"): [
        (
            "a key that is there twice is taken in JSON",
            "has_twins = has_twins or len(members) < len(pairs)",
            "has_twins = False",
        ),
    ],
    ("definitions/read", "tests/definitions/test_load.py"): [
        ("a byte order mark is taken for text", ".removeprefix(BOM_UTF8)", ""),
    ],
    ("definitions/read", "tests/definitions/test_read.py"): [
        ("a file of any size is read", "if len(content) > limit:", "if False:"),
    ],
    ("lines", "tests/definitions/test_load.py"): [
        ("a problem's line is one too low", "bisect_left(self._ends, index) + 1", "bisect_left(self._ends, index)"),
    ],
    ("definitions/readers/yaml_reader", "tests/definitions/test_load.py"): [
        ("an anchor is taken in YAML", "if anchor is not None:", "if False:"),
    ],
    ("definitions/readers/bounds", "tests/definitions/test_load.py"): [
        ("data of very many levels is taken", "return bool(level)", "return False"),
    ],
    ("events/link", "tests/events/test_link.py"): [
        ("a page that a link opens may reach back", '{"rel": "noopener"} if opens_tab', '{"rel": "noopener"} if False'),
        ("a new tab in capitals is none", '"target", "")).lower()', '"target", ""))'),
    ],
    ("events/triggers", "tests/events/test_triggers.py"): [
        ("a selector may be left open", "    if expected:\n", "    if False:\n"),
    ],
    ("definitions/defaults", "tests/definitions/test_defaults.py"): [
        ("an event can't override what all share", "CLASS}, **table}", "CLASS}, **table, **defaults}"),
        ("an element can't override the class that all share", " and CLASS not in element", ""),
    ],
    ("events/field", "tests/definitions/test_schema.py"): [
        (
            "a line end at the end of a text is nothing to the schema",
            r'return rf"^(?:{pattern})(?!\n)$"',
            'return rf"^(?:{pattern})$"',
        ),
        ("the schema lets a table have any key", '"additionalProperties": False', '"additionalProperties": True'),
    ],
    ("errors", "tests/cli/commands/test_check.py"): [
        ("a message obeys an escape sequence from the input", 'printable(": ".join', '(": ".join'),
    ],
    ("cli/reports/github", "tests/cli/commands/test_check.py"): [
        ("a text from the input forges an annotation", 'printable(text).replace("%", "%25")', "text"),
    ],
    ("cli/commands/main", "tests/cli/commands/test_check.py"): [
        ("problems end a run with 0", "PROBLEMS = 1", "PROBLEMS = 0"),
    ],
    ("cli/commands/build", "tests/cli/commands/test_build.py"): [
        ("--check finds differences and ends with 0", "DIFFERENCES = 1", "DIFFERENCES = 0"),
    ],
    ("output/plan", "tests/output"): [
        ("files are removed from a home folder or a repository", "elif folder.keeps:", "elif False:"),
    ],
    ("output/folder", "tests/output"): [
        ("a link is followed", "mode_of(file, follow_symlinks=False)", "mode_of(file)"),
    ],
    ("output/manifest", "tests/output/test_plan.py"): [
        (
            "a manifest may name a file outside the folder",
            '_NAME = re.compile(r"[a-z0-9]',
            '_NAME = re.compile(r"[a-z0-9./]',
        ),
    ],
    ("output/write", "tests/output"): [
        (
            "a file is written in its place",
            "                temporary.replace(path)\n    except OSError",
            "                path.write_bytes(step.after)\n                temporary.unlink()\n    except OSError",
        ),
    ],
    ("output/lock", "tests/output/test_lock.py"): [
        ("two builds write at the same time", "flock(descriptor, LOCK_EX | LOCK_NB)", "pass"),
    ],
    ("signals", "tests/output"): [
        ("a signal comes between a file and its place", "signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)", "pass"),
    ],
    ("cli/watch", "tests/cli/test_watch.py"): [
        ("while it watches, any signal is taken for Ctrl-C", "        with held_back():", "        if True:"),
    ],
    ("cli/watch", "tests/cli/test_watch_odd.py"): [
        (
            "a file is built that is still being written",
            "            while _has_changed(moments):\n                pass\n        except",
            "            _has_changed(moments)\n        except",
        ),
    ],
    ("snippets/tables/csv_table", "tests/snippets/tables/test_csv_table.py"): [
        (
            "a text that ends with a separator lets a cell begin with a line end",
            "description, row.calls, row.used_in]",
            "row.calls, row.used_in, description]",
        ),
    ],
    ("snippets/tables/markdown_table", "tests/snippets/tables/test_markdown_table.py"): [
        ("a value with markup stands in backquotes", "if is_plain(value):", 'if "`" not in value:'),
    ],
    ("templates/list.html", "tests/pages/test_list_page.py"): [
        (
            "a browser joins the blanks of a value",
            "background: var(--code); white-space: pre-wrap;",
            "background: var(--code);",
        ),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_clicks.py"): [
        ("a click on a link leaves the preview", "if (link) { event.preventDefault(); }", ""),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_copying.py"): [
        (
            "an escape is copied in place of what it stands for",
            """JSON.parse('"' + textContent + '"')""",
            "textContent",
        ),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_places.py"): [
        ("the address forgets where to paste", "place() === made ? '' : place()", "''"),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_links.py"): [
        ("a search hides the event that the address names", "if (target.hidden) { search(''); }", ""),
    ],
    ("snippets/preview", "tests/snippets/test_preview.py"): [
        ("the preview says nothing of what is odd", "found.setdefault(str(event_id), []).append(warning)", "pass"),
    ],
    ("cli/commands/preview", "tests/cli/commands/test_preview.py"): [
        ("the preview takes the place of the definitions", "any(_is_same(output, file) for file in named)", "False"),
    ],
    ("site/javascript/scopes", "tests/site/javascript/test_script.py"): [
        ("a value is guessed that a loop may have changed", "is_only = len(settings) == 1 and", "is_only ="),
        (
            "a function is read that may be called before its variable is set",
            "return all(node.start_byte <= setter.start_byte for node in path if node.type in _DECLARED)",
            "return True",
        ),
        (
            "what is run between two statements isn't heeded",
            "return _STRAIGHT.fullmatch(between) is not None",
            "return True",
        ),
    ],
    ("site/javascript/values", "tests/site/javascript/test_script.py"): [
        ("a list is read in which an entry is missing", "if _has_hole(node):", "if False:"),
        ("half a character is sent", "if has_lone_surrogate(text):", "if False:"),
        (
            "an object is followed that the window may change",
            "if self._variables.is_set_as_property(variable, may_be_read=False):",
            "if False:",
        ),
        (
            "a function of the page is trusted with an object",
            'return path[index - 1].type == "arguments" and path[index - 2].id in self._sending',
            'return path[index - 1].type == "arguments"',
        ),
    ],
    ("site/audit/page_rules", "tests/site/audit/test_names.py"): [
        (
            "an id that hides only what comes later is heard everywhere",
            "if not (name.is_early and tags and tags[0] < name.span.start):",
            "if True:",
        ),
    ],
    ("site/audit/page_rules", "tests/site/audit"): [
        ("the second tag of a page isn't heard of", "for step in tags[1:]:", "for step in tags[2:]:"),
        ("calls before the tag aren't heard of", "for step in turns[:first]):", "for step in turns[:0]):"),
    ],
    ("site/javascript/script", "tests/site/javascript/test_mentions.py"): [
        (
            "a call of another function is passed over",
            "if not is_known and path[-1].type",
            "if False and path[-1].type",
        ),
    ],
    ("site/page_mentions", "tests/site/test_page_mentions.py"): [
        ("a place that isn't read is passed over", "if is_text is not None:", "if False:"),
    ],
    ("site/javascript/rtp_calls", "tests/site/javascript/test_script.py"): [
        (
            "nothing is said of code that gets the function itself",
            "case _ if not self._is_looked_at(path[: index + 1]):",
            "case _ if False:",
        ),
    ],
}
"""For each module or template and the tests that must fail: what is wrong, the text, and what stands there instead."""

BUGS = [Bug(what, *where, text, becomes) for where, bugs in _TABLE.items() for what, text, becomes in bugs]


@contextmanager
def planted(bug: Bug, folder: Path) -> Iterator[None]:
    """Have the bug in the checkout at `folder` while the body runs."""
    file = folder / bug.path
    sound = file.read_text("utf-8")
    if sound.count(bug.text) != 1:
        raise ValueError(f"{bug.path} has this {sound.count(bug.text)} times: {bug.text}")
    file.write_text(sound.replace(bug.text, bug.becomes), "utf-8")
    try:
        yield
    finally:
        file.write_text(sound, "utf-8")


def main() -> int:
    """Plant every bug, and print which of them the tests see."""
    with copied_checkout() as copy:
        tests = sorted({bug.tests for bug in BUGS})
        sound = copy.test(tests, _TIMEOUT)
        if sound.returncode:
            print(f"the tests fail without any bug:\n{sound.stdout}")
            return 1
        unseen = [bug for bug in BUGS if not _is_seen(bug, copy)]
    print(f"{len(BUGS)} bugs planted, {len(BUGS) - len(unseen)} seen")
    return 1 if unseen else 0


def _is_seen(bug: Bug, copy: Copy) -> bool:
    with planted(bug, copy.folder):
        tested = copy.test([bug.tests], _TIMEOUT)
    is_seen = tested.returncode == 1  # the tests ran, and some failed
    failed = next((line for line in tested.stdout.splitlines() if line.startswith("FAILED ")), "")
    print(f"{'seen  ' if is_seen else 'UNSEEN'}  {bug.what}", flush=True)
    print(f"        {bug.path}: {failed.removeprefix('FAILED ').partition(' - ')[0]}", flush=True)
    return is_seen


if __name__ == "__main__":
    sys.exit(main())
