"""The planted bugs of the reading of sites: a value that is guessed, a finding that is lost or false."""

from __future__ import annotations

from tests.reliability.bug import Bug

_SCRIPT = ("tests/site/javascript/test_script.py",)

SITE_BUGS = (
    Bug(
        "a value is guessed that a loop may have changed",
        "rtpsnippets/site/javascript/scopes.py",
        "or _is_set_again(last, settings, path):",
        ":",
        _SCRIPT,
    ),
    Bug(
        "a list is read in which an entry is missing",
        "rtpsnippets/site/javascript/constants.py",
        "if _has_hole(node):",
        "if False:",
        _SCRIPT,
    ),
    Bug(
        "half a character is sent",
        "rtpsnippets/site/javascript/constants.py",
        "if has_lone_surrogate(text):",
        "if False:",
        _SCRIPT,
    ),
    Bug(
        "an id that hides only what comes later is heard everywhere",
        "rtpsnippets/site/audit/page_rules.py",
        "if not (name.is_early and tags and tags[0] < name.span.start):",
        "if True:",
        ("tests/site/audit/test_names.py",),
    ),
    Bug(
        "the second tag of a page isn't heard of",
        "rtpsnippets/site/audit/page_rules.py",
        "for step in tags[1:]:",
        "for step in tags[2:]:",
        ("tests/site/audit",),
    ),
    Bug(
        "calls before the tag aren't heard of",
        "rtpsnippets/site/audit/page_rules.py",
        "for step in turns[:first]):",
        "for step in turns[:0]):",
        ("tests/site/audit",),
    ),
    Bug(
        "an object is followed that is changed by another name",
        "rtpsnippets/site/javascript/objects.py",
        "self.check_kept(self._syntax.path_to(inner(base)), is_whole=True)",
        "pass",
        _SCRIPT,
    ),
    Bug(
        "a function of the page is trusted with an object",
        "rtpsnippets/site/javascript/objects.py",
        " and not self._is_own(called)",
        "",
        _SCRIPT,
    ),
    Bug(
        "nothing is said of code that gets the function itself",
        "rtpsnippets/site/javascript/rtp_calls.py",
        "elif not self._is_rtp(name):",
        "elif False:",
        _SCRIPT,
    ),
)
