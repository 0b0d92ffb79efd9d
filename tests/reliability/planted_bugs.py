"""Plant bugs in a copy, one at a time, and see the tests fail: `python -m tests.reliability.planted_bugs`.

These are bugs that `mutation.py` doesn't create: in templates, in modules that it leaves out, and bugs that need more
than one change. Each would break a promise. Exits with 1 if the tests don't detect one. The checkout itself is never
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
    """What is wrong, the module or template, the tests that must fail, the text, and its replacement.

    The text occurs exactly once in the file.
    """

    what: str
    file: str
    tests: str
    text: str
    becomes: str

    @property
    def path(self) -> str:
        """The path of the file in the checkout."""
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
            "the output of a custom template is not checked",
            "elif not is_sent(event.calls, snippet, is_html=format.is_html):",
            "elif False:",
        ),
    ],
    ("snippets/render", "tests/snippets/test_templates.py"): [
        ("a snippet without data-rtp-event is accepted", "if not is_marked(event.id, snippet):", "if False:"),
    ],
    ("events/text_rules", "tests/events/test_button.py"): [
        ("a label may contain control characters", r'CONTROLS = r"\x00-\x1f\x7f-\x9f"', r'CONTROLS = r"\x7f-\x9f"'),
    ],
    ("events/element", "tests/events/test_button.py"): [
        ("a button may have any attribute", "if _DATA_OR_ARIA.fullmatch(name):", "if True:"),
    ],
    ("events/element", "tests/events/test_link.py"): [
        ("a link may lead nowhere", "if name not in given", "if False"),
        ("a definition may mark an element with another event", "if name == EVENT_ATTRIBUTE:", "if False:"),
        ("a definition may mark an element by a class", "if name.startswith(EVENT_CLASS_PREFIX)", "if False"),
    ],
    ("events/element", "tests/definitions/test_schema.py"): [
        ("the schema lets a definition mark an element", 'whole(f"(?!(?:{EVENT_ATTRIBUTE}|', 'whole(f"(?!(?:'),
    ],
    ("templates/button.html", "tests/snippets/test_render.py"): [
        ("attributes are not quoted", '{{ name }}="{{ value }}"', "{{ name }}={{ value }}"),
        ("a button submits the form around it", ' type="button"', ""),
    ],
    ("snippets/templates", "tests/snippets/test_templates.py"): [
        ("a template does not escape automatically", "autoescape=True", "autoescape=False"),
        (
            "an undefined name in a template is ignored",
            "undefined=jinja2.StrictUndefined",
            "undefined=jinja2.Undefined",
        ),
    ],
    ("events/event", "tests/snippets/test_render.py"): [
        ("the campaign is shown before the event is sent", "(*calls, REFRESH)", "(REFRESH, *calls)"),
    ],
    ("events/event", "tests/events/test_event.py"): [
        ("an id may go up to the folder above", '"[a-z0-9](?:[a-z0-9_-]*', '"[a-z0-9./](?:[a-z0-9./_-]*'),
    ],
    ("snippets/binding", "tests/snippets/test_binding.py"): [
        ("a binding without its events is accepted", "if table not in script:", "if False:"),
        ("a selector is not escaped in the binding", "literal(event.selector)", "f\"'{event.selector}'\""),
    ],
    ("snippets/templates", "tests/snippets/test_binding.py"): [
        ("the binding has empty lines", "filter(None, map(Markup.strip, code.splitlines()))", "code.splitlines()"),
    ],
    ("templates/binding.js", "tests/pages/test_binding.py"): [
        (
            "nothing listens on a page that is rewritten",
            "page.listeners.forEach(function (again) { again(); });",
            "listen();",
        ),
        (
            "an element is used as the state that the bindings of a page share",
            "{}.hasOwnProperty.call(window, NAME) ?",
            "window[NAME] ?",
        ),
        (
            "an element of another document is ignored",
            "return get(node, 'nodeType') === 1;",
            "return node instanceof window.Element;",
        ),
        ("a class does not mark an element", "name.indexOf('{{ mark_class }}') ? [] :", "true ? [] :"),
        (
            "a part of a class marks an element",
            "name.indexOf('{{ mark_class }}') ?",
            "name.indexOf('{{ mark_class }}') === -1 ?",
        ),
        (
            "a property of a custom element hides that of the browser",
            "element.__lookupGetter__('classList').call(node)",
            "get(node, 'classList')",
        ),
        ("a handler is read byte for byte", "compact(String(get(node, 'on' + trigger)))", "get(node, 'on' + trigger)"),
        ("a control hides a handler of its form", "get(node, 'on' + trigger)", "node['on' + trigger]"),
        ("a comment is read as a call", r"|\/\*[\s\S]*?\*\/|\/\/.*/g, '$1')", "/g, '$1')"),
        ("an address in a handler is read as a comment", r"|(['\u0022\u0060])(?:\\[\s\S]|(?!\2)[^\\])*\2)", ")"),
        ("another function is mistaken for the tag's", r"(/(^|[^\w$.])", "(/(^|)"),
    ],
    ("templates/recorder.js", "tests/pages/recorder/test_recorder_calls.py"): [
        ("a wrapper of the page makes two calls of one", "(busy > 0 && !isCurrent)", "false"),
        ("a call in a callback is not recorded", "(busy > 0 && !isCurrent)", "busy > 0"),
        ("a wrapper that waits makes two calls of one", "call !== undefined || (busy", "(busy"),
        ("a call is taken for an earlier one again and again", "if (call) { call.targets.add(target); }", ""),
        ("a new call is taken for one of the queue", "each.values.every((part, at) => part === values[at])", "true"),
        ("calls are sent although they must not be", "if (isMuted) { return undefined; }", ""),
        ("a wrapper keeps recording after the recorder was closed", "if (!isClosed && !isInner) {", "if (!isInner) {"),
        ("a function that is assigned is not watched", "return wrap(read());", "return read();"),
        ("the accessor of a page is forgotten", "before.set.call(window, unwrap(next));", ""),
        ("a call in the queue of a declared function is shown twice", "queue = Object(getCurrent()).q;", ""),
        ("the calls of all time are kept", "while (list.children.length > SHOWN) { list.firstChild.remove(); }", ""),
        ("an element is mistaken for the tag", "now instanceof Element || now instanceof HTMLCollection", "false"),
    ],
    ("templates/recorder.js", "tests/pages/recorder/test_recorder_page.py"): [
        ("a property that did not exist stays", "Reflect.deleteProperty(window, 'rtp');", ""),
        ("a declared function stays wrapped", "Reflect.set(window, 'rtp', unwrap(getCurrent()));", ""),
        ("the page sees what is in the panel", "attachShadow({ mode: 'closed' })", "attachShadow({ mode: 'open' })"),
        ("keys that are pressed in the panel act on the page", "event.stopPropagation();", ""),
        (
            "the styles of a page hide the panel",
            "setProperty('all', 'initial', 'important')",
            "setProperty('all', 'initial')",
        ),
        ("a second panel is opened", "opened.focus();\n    return;", "opened.focus();"),
        ("the panel is lost when a router replaces the page", "if (!host.isConnected) {", "if (!ticks) {"),
        ("every marked element seems to send", "return page ? page.known[id] === true : false;", "return true;"),
        ("other code that has a value seems to send", "(/\\brtp\\b[^]*send[^]*event/)", "(/./)"),
        ("an address with escapes is not read", "return decodeURIComponent(code);", "return code;"),
        ("any attribute with a call seems to send", "name === 'href' || name.startsWith('on')", "name"),
        ("elements in shadow roots are not outlined", ".filter(Boolean).flatMap(getRoots)", ".slice(0, 0)"),
    ],
    ("templates/binding.js", "tests/pages/test_binding_reports.py"): [
        ("an unknown id in a class is reported only at a click", ",[class*={{ mark_class }}]", ""),
    ],
    ("templates/binding.js", "tests/pages/test_triggers.py"): [
        (
            "a hidden element counts as visible",
            "if (getComputedStyle(entry.target).visibility === 'visible') {",
            "if (true) {",
        ),
        ("an element that is marked by a class is never seen", "findAll(roots, '.{{ mark_class }}' + id)", "[]"),
        ("an element that was hidden is never seen", "observer.unobserve(entry.target);", ""),
        ("an element without a box is never seen", "getComputedStyle(node).display === 'contents'", "false"),
        ("nothing in a shadow root is seen", ".map(getShadow).filter(Boolean).map(getRoots)", ".slice(0, 0)"),
        (
            "an element is mistaken for the observer",
            "typeof window.IntersectionObserver === 'function'",
            "window.IntersectionObserver",
        ),
        (
            "all selectors are queried at once",
            "if (Math.max(performance.now() - begun, 10) !== 10) { break; }",
            "",
        ),
        ("the binding doesn't pause after long work", "Math.max(worked * 10, 1000)", "1000"),
        (
            "a selector is validated by a search of the page",
            "new Image().matches(own[id].selector);",
            "document.querySelector(own[id].selector);",
        ),
        ("the binding never stops looking", "if (!queue.length) { return; }", ""),
    ],
    ("templates/binding.js", "tests/pages/test_views.py"): [
        ("a page that is only prerendered sends", "get(document, 'prerendering')", "false"),
        ("a page from the cache is no new view", "if (event.persisted) {", "if (false) {"),
        ("no router is recognized", "router.addEventListener('currententrychange', move);", ""),
        ("a query that is replaced is a new view", "(/push|traverse|pop/)", "(/./)"),
        ("going back to another query is no new view", "(/push|traverse|pop/)", "(/push/)"),
        ("a Turbo view begins before its page is there", "leaving = event.detail.action;", ""),
        ("a page that Turbo refreshes is a new view", "(leaving === 'replace' ? rest : begin)(0);", "begin(0);"),
        (
            "an element is mistaken for the router",
            "(window.navigation || {}).updateCurrentEntry ?",
            "window.navigation ?",
        ),
        ("the address is never checked", "if (move({})) { return; }", ""),
        ("the next view uses the previous page", "if (isNew) { begin(1000); }", "if (isNew) { begin(0); }"),
        (
            "events of one view are not sent in the next",
            "begin(wait) {\n    tick();\n    sent = table();",
            "begin(wait) {\n    tick();",
        ),
        ("a delay counts from the document", "since[id] = before;", "since[id] = 0;"),
        ("a delay goes on without an element", "delete since[id];", ""),
        ("time in a hidden tab counts", "hidden = get(document, 'hidden');", ""),
    ],
    ("snippets/csp", "tests/snippets/test_csp.py"): [
        (
            "a hash is of the bytes in another charset",
            "hashlib.sha256(code.encode())",
            "hashlib.sha256(code.encode('utf-16'))",
        ),
        ("hashes don't apply to handlers", "if any(found.kind != SCRIPT for found in hashes)", "if False"),
    ],
    ("web/tokenizer", "tests/snippets/test_marked_elements.py"): [
        (
            "a handler is put into text",
            "elif name in TEXT_ELEMENTS and not (is_foreign or (is_xml and is_closed)):",
            "elif False:",
        ),
    ],
    ("web/charrefs", "tests/cli/commands/test_csp.py"): [
        (
            "a reference without a semicolon is decoded before a character that continues it",
            "in html5 and not is_cut else",
            "in html5 else",
        ),
    ],
    ("cli/options", "tests/cli/commands/test_show.py"): [
        ("an option is ignored", "for name, value in given.items() if value}", "for name, value in () if value}"),
    ],
    ("cli/options", "tests/cli/commands/test_check.py"): [
        ("--strict lets warnings pass", 'if options["strict"]:', "if False:"),
    ],
    ("definitions/readers/json_reader", "tests/definitions/test_load.py"): [
        (
            "a duplicate key is accepted in JSON",
            "has_duplicates = has_duplicates or len(members) < len(pairs)",
            "has_duplicates = False",
        ),
    ],
    ("definitions/read", "tests/definitions/test_load.py"): [
        ("a byte order mark is read as text", ".removeprefix(BOM_UTF8)", ""),
    ],
    ("definitions/read", "tests/definitions/test_read.py"): [
        ("a file of any size is read", "if len(content) > limit:", "if False:"),
    ],
    ("lines", "tests/definitions/test_load.py"): [
        ("a problem's line is one too low", "bisect_left(self._ends, index) + 1", "bisect_left(self._ends, index)"),
    ],
    ("definitions/readers/yaml_reader", "tests/definitions/test_load.py"): [
        ("an anchor is accepted in YAML", "if anchor is not None:", "if False:"),
    ],
    ("definitions/readers/bounds", "tests/definitions/test_load.py"): [
        ("very deeply nested data is accepted", "return bool(level)", "return False"),
    ],
    ("events/link", "tests/events/test_link.py"): [
        (
            "a page in a new tab can access its opener",
            '{"rel": "noopener"} if opens_tab',
            '{"rel": "noopener"} if False',
        ),
        ("a new tab in capitals is not recognized", '"target", "")).lower()', '"target", ""))'),
    ],
    ("events/triggers", "tests/events/test_triggers.py"): [
        ("a selector may be unfinished", "    if expected:\n", "    if False:\n"),
    ],
    ("definitions/defaults", "tests/definitions/test_defaults.py"): [
        ("an event can't override the defaults", "CLASS}, **table}", "CLASS}, **table, **defaults}"),
        ("an element can't override the default class", " and CLASS not in element", ""),
    ],
    ("events/field", "tests/definitions/test_schema.py"): [
        (
            "the schema ignores a line end at the end of a text",
            r'return rf"^(?:{pattern})(?!\n)$"',
            'return rf"^(?:{pattern})$"',
        ),
        ("the schema lets a table have any key", '"additionalProperties": False', '"additionalProperties": True'),
    ],
    ("errors", "tests/cli/commands/test_check.py"): [
        ("a message contains an escape sequence from the input", 'printable(": ".join', '(": ".join'),
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
            "a file is overwritten in place",
            "                temporary.replace(path)\n    except OSError",
            "                path.write_bytes(step.after)\n                temporary.unlink()\n    except OSError",
        ),
    ],
    ("output/lock", "tests/output/test_lock.py"): [
        ("two builds write at the same time", "flock(descriptor, LOCK_EX | LOCK_NB)", "pass"),
    ],
    ("signals", "tests/output"): [
        ("a signal interrupts the replacement of a file", "signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)", "pass"),
    ],
    ("cli/watch", "tests/cli/test_watch.py"): [
        ("--watch treats any signal as Ctrl-C", "        with held_back():", "        if True:"),
    ],
    ("cli/watch", "tests/cli/test_watch_odd.py"): [
        (
            "a file is built that is still being written",
            "            while _has_changed(changes):\n                pass\n        except",
            "            _has_changed(changes)\n        except",
        ),
    ],
    ("snippets/tables/csv_table", "tests/snippets/tables/test_csv_table.py"): [
        (
            "a text that ends with a separator lets a cell begin with a line end",
            "*said, former, *pages, row.calls, row.used_in]",
            "former, *pages, row.calls, row.used_in, *said]",
        ),
    ],
    ("snippets/tables/markdown_table", "tests/snippets/tables/test_markdown_table.py"): [
        ("a value with markup is in backquotes", "if is_plain(value):", 'if "`" not in value:'),
    ],
    ("templates/list.html", "tests/pages/test_list_page.py"): [
        (
            "a browser collapses the spaces of a value",
            "background: var(--code); white-space: pre-wrap;",
            "background: var(--code);",
        ),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_clicks.py"): [
        ("a click on a link leaves the preview", "if (link) { event.preventDefault(); }", ""),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_copying.py"): [
        (
            "an escape is copied instead of its character",
            """JSON.parse('"' + textContent + '"')""",
            "textContent",
        ),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_places.py"): [
        ("the address forgets where to paste", "place() === initial ? '' : place()", "''"),
    ],
    ("templates/preview.js", "tests/pages/preview/test_preview_links.py"): [
        ("a search hides the event that the address names", "if (target.hidden) { search(''); }", ""),
    ],
    ("snippets/preview", "tests/snippets/test_preview.py"): [
        ("the preview shows no warnings", "found.setdefault(str(event_id), []).append(warning)", "pass"),
    ],
    ("cli/commands/preview", "tests/cli/commands/test_preview.py"): [
        ("the preview overwrites the definitions", "any(_is_same(output, file) for file in named)", "False"),
    ],
    ("site/javascript/scopes", "tests/site/javascript/test_script.py"): [
        ("a value is read although a loop may have changed it", "is_only = len(settings) == 1 and", "is_only ="),
        (
            "a function is read although it may run before its variable is set",
            "return all(node.start_byte <= setter.start_byte for node in path if node.type in _DECLARED)",
            "return True",
        ),
        (
            "what runs between two statements is ignored",
            "return _STRAIGHT.fullmatch(between) is not None",
            "return True",
        ),
    ],
    ("site/javascript/values", "tests/site/javascript/test_script.py"): [
        ("a list with a missing entry is read", "if _has_hole(node):", "if False:"),
        ("a lone surrogate is read as a value", "if has_lone_surrogate(text):", "if False:"),
        (
            "an object is read although the window may change it",
            "if self._variables.is_set_as_property(variable, may_be_read=False):",
            "if False:",
        ),
        (
            "a function of the page is trusted with an object",
            'return path[index - 1].type == "arguments" and path[index - 2].id in self._sending',
            'return path[index - 1].type == "arguments"',
        ),
    ],
    ("site/audit/usage", "tests/site/audit/test_usage.py"): [
        ("code that the page blocks counts as used", " if not each.at.blocked", ""),
        ("a script counts on pages without its elements", "if selector not in missing:", "if True:"),
        ("a marked element counts without the binding", "() if page.is_whole else set(marked) - bound", "marked"),
        (
            "a part of the values is enough",
            "all(value in values for value in event.own",
            "any(value in values for value in event.own",
        ),
    ],
    ("site/audit/untracked", "tests/site/audit/test_untracked.py"): [
        ("an exception is reported", "if each.selector in self._ignored}", "if False}"),
        ("a link in a form counts because of the form", "(CLICK,) if each.element.name in _LINKS else _USES", "_USES"),
        ("code on an element around does not count", "for span in each.around)", "for span in ())"),
        ("a selector counts without the binding", "if not page.is_whole:", "if True:"),
        ("what is sent while the page loads counts", '(*_USES, "")', "places"),
    ],
    ("site/selectors", "tests/site/test_selectors.py"): [
        ("a page can have the attribute with the number", "while mark in html.lower():", "while False:"),
        ("equal elements differ in the copy", "is_formatting = tag.name in _FORMATTING", "is_formatting = False"),
    ],
    ("site/selectors", "tests/pages/test_selected.py"): [
        ("elements of a noscript match", 'if tag.name == "noscript" and tag.content:', "if False:"),
    ],
    ("site/audit/built_files", "tests/site/audit/test_usage.py"): [
        ("a preview counts as a page", " or _is_preview(path)", ""),
    ],
    ("site/audit/page_rules", "tests/site/audit/test_names.py"): [
        (
            "an id that hides only what follows is reported everywhere",
            "if not (name.is_early and tags and tags[0] < name.span.start):",
            "if True:",
        ),
    ],
    ("site/audit/page_rules", "tests/site/audit"): [
        ("the second tag of a page isn't reported", "for step in tags[1:]:", "for step in tags[2:]:"),
        ("calls before the tag aren't reported", "for step in turns[:first]):", "for step in turns[:0]):"),
    ],
    ("site/javascript/script", "tests/site/javascript/test_mentions.py"): [
        (
            "a call of another function is skipped",
            "if not is_known and path[-1].type",
            "if False and path[-1].type",
        ),
    ],
    ("site/page_mentions", "tests/site/test_page_mentions.py"): [
        ("a place that isn't read is not reported", "if is_text is not None:", "if False:"),
    ],
    ("site/javascript/rtp_calls", "tests/site/javascript/test_script.py"): [
        (
            "code that gets the function itself is not reported",
            "case _ if not self._is_only_tested(path[: index + 1]):",
            "case _ if False:",
        ),
    ],
}
"""For each module or template and the tests that must fail: what is wrong, the text, and its replacement."""

BUGS = [Bug(what, *where, text, becomes) for where, bugs in _TABLE.items() for what, text, becomes in bugs]


@contextmanager
def planted(bug: Bug, folder: Path) -> Iterator[None]:
    """Plant the bug in the checkout at `folder` while the body runs."""
    file = folder / bug.path
    sound = file.read_text("utf-8")
    if sound.count(bug.text) != 1:
        raise ValueError(f"{bug.path} contains this {sound.count(bug.text)} times: {bug.text}")
    file.write_text(sound.replace(bug.text, bug.becomes), "utf-8")
    try:
        yield
    finally:
        file.write_text(sound, "utf-8")


def main() -> int:
    """Plant every bug, and print which of them the tests detect."""
    with copied_checkout() as copy:
        tests = sorted({bug.tests for bug in BUGS})
        sound = copy.test(tests)
        if sound.returncode:
            print(f"the tests fail without a bug:\n{sound.stdout}")
            return 1
        unseen = [bug for bug in BUGS if not _is_seen(bug, copy)]
    print(f"{len(BUGS)} bugs planted, {len(BUGS) - len(unseen)} detected")
    return 1 if unseen else 0


def _is_seen(bug: Bug, copy: Copy) -> bool:
    with planted(bug, copy.folder):
        tested = copy.test([bug.tests], _TIMEOUT)
    is_seen = tested.returncode == 1  # the tests ran, and some failed
    failed = next((line for line in tested.stdout.splitlines() if line.startswith("FAILED ")), "")
    print(f"{'detected' if is_seen else 'MISSED  '}  {bug.what}", flush=True)
    print(f"          {bug.path}: {failed.removeprefix('FAILED ').partition(' - ')[0]}", flush=True)
    return is_seen


if __name__ == "__main__":
    sys.exit(main())
