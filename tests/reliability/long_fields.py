"""Files with one field that is as long as the file may be: time and memory must grow only with the size.

>>> LONG_FIELDS["check: a label"].content(50)
b'{"events":{"a":{"value":"x","button":"<<<<<<<<"}}}'
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from rtpsnippets.limits import MAX_BYTES, MAX_SITE_FILE
from tests.reliability.command import MEGABYTES

CHECK, IMPORT, AUDIT = "check", "import", "audit"

MEGABYTES_OF: Mapping[str, int] = {CHECK: MEGABYTES, IMPORT: 500, AUDIT: 500}
"""The limits of each command: `check` promises them, the others skip files that need more."""


class LongField(NamedTuple):
    """A command, the suffix of the file, and the file: its beginning, the repeated piece, and the rest."""

    command: str
    suffix: str
    before: str
    piece: str
    after: str

    @property
    def size(self) -> int:
        """The size of the largest file."""
        return MAX_BYTES[self.suffix[1:]] if self.command == CHECK else MAX_SITE_FILE

    def content(self, size: int) -> bytes:
        """The file, with about `size` bytes and never more; each piece has its number in place of `@`."""
        room = size - len((self.before + self.after).encode())
        if "@" not in self.piece:
            pieces = self.piece * (room // len(self.piece.encode()))
        else:
            number = room // (len(self.piece.encode()) + len(str(size)) - 1)
            pieces = "".join(self.piece.replace("@", str(at)) for at in range(number))
        return (self.before + pieces + self.after).encode()


def arguments_for(name: str, size: int, folder: Path) -> list[str]:
    """Write the file of that size into an empty folder; return the arguments for the command."""
    field = LONG_FIELDS[name]
    path = folder / f"file{field.suffix}"
    path.write_bytes(field.content(size))
    definitions = folder / "events.toml"
    definitions.write_text("[events.a]\nvalue = 'v'\n", "utf-8")
    if field.command == AUDIT:
        (folder / "loaded.js").write_text(_CALL * 100, "utf-8")
    options = {
        CHECK: [str(path)],
        IMPORT: [str(path), "-o", str(folder / "made.toml")],
        AUDIT: [str(folder), str(definitions)],
    }
    return [field.command, *options[field.command]]


_LETTER = "\ufdfa"
"""A character that Unicode's NFKC turns into 18."""

# Each field of an event in JSON, with `~` in place of the pieces.
_FIELDS: Mapping[str, tuple[str, str]] = {
    "a value": ('"value":"~"', "'"),
    "values": ('"value":["x"~]', ',"*"'),
    "values that are empty": ('"value":["x"~]', ',""'),
    "a value of hidden characters": ('"value":"~"', "\\u202e"),
    "a description": ('"value":"x","description":"~"', _LETTER),
    "a selector": ('"value":"x","selector":"a~a"', "\\\\'"),
    "a selector of a text that is left open": ('"value":"x","selector":"\\"~"', "a"),
    "a selector of brackets": ('"value":"x","selector":"~"', "("),
    "a selector of open comments": ('"value":"x","selector":"~"', "/* "),
    "a trigger": ('"value":"x","on":"after ~"', "6"),
    "names to ignore": ('"value":"x","ignore":["blanks"~]', ',"blanks"'),
    "a label": ('"value":"x","button":"~"', "<"),
    "a title": ('"value":"x","button":{"label":"x","title":"~"}', "&"),
    "classes": ('"value":"x","button":{"label":"x","class":"~"}', "a "),
    "a class of directives": ('"value":"x","button":{"label":"x","class":"~"}', "ng-"),
    "a class of hyphens": ('"value":"x","button":{"label":"x","class":"~"}', "-"),
    "an HTML id": ('"value":"x","button":{"label":"x","id":"~"}', _LETTER),
    "a data attribute": ('"value":"x","button":{"label":"x","data-a":"~"}', "é"),
    "data attributes": ('"value":"x","button":{"label":"x"~}', ',"data-a@":""'),
    "the name of an attribute": ('"value":"x","button":{"label":"x","data-~":""}', "a"),
    "unknown attributes": ('"value":"x","button":{"label":"x"~}', ',"a@":""'),
    "an address of percent signs": ('"value":"x","link":{"label":"x","href":"~"}', "%"),
    "an address of wide letters": ('"value":"x","link":{"label":"x","href":"~"}', _LETTER),
    "a target": ('"value":"x","link":{"label":"x","href":"/","target":"_~"}', "a"),
    "a relation": ('"value":"x","link":{"label":"x","href":"/","rel":"~"}', "a "),
    "a key": ('"value":"x","~":0', "a"),
    "keys": ('"value":"x"~', ',"a@":0'),
}

_EVENTS: Mapping[str, tuple[str, str, str]] = {
    "an id": ('{"events":{"', _LETTER, '":{"value":"x"}}}'),
    "events": ('{"events":{"a":{"value":"x"}', ',"a@":{"value":"x"}', "}}"),
    "addresses": (
        '{"events":{"a":{"value":"x"}',
        f',"a@":{{"value":"x","link":{{"label":"x","href":"{"%" * 8_000}"}}}}',
        "}}",
    ),
    "a default class": ('{"defaults":{"class":"', "a ", '"},"events":{"a":{"value":"x"}}}'),
    "the address of the schema": ('{"$schema":"', "%", '","events":{"a":{"value":"x"}}}'),
}

_SLOW_FORMATS: Mapping[str, tuple[str, str, str, str]] = {
    "a value in TOML": (".toml", '[events.a]\nvalue = "', "'", '"'),
    "values in TOML": (".toml", "[events.a]\nvalue = [", '"x",', "]"),
    "an address in TOML": (".toml", '[events.a]\nvalue = "x"\nlink = {label = "x", href = "', "%", '"}'),
    "events in TOML": (".toml", "", '[events.a@]\nvalue = "x"\n', ""),
    "a value in YAML": (".yaml", "events:\n  a:\n    value: '", "%", "'"),
    "values in YAML": (".yaml", "events:\n  a:\n    value:\n", "    - x\n", ""),
    "an address in YAML": (".yaml", "events:\n  a:\n    value: x\n    link: {label: x, href: '", "%", "'}"),
    "events in YAML": (".yaml", "events:\n", "  a@: {value: x}\n", ""),
}

_HANDLER = "onclick=\"rtp('send','event',{value:'v'})\""
_SEND = "rtp('send','event',{value:"
_CALL = f"{_SEND}'v'}});"
_POLICY = '<meta http-equiv=content-security-policy content="script-src '

_PAGES: Mapping[str, tuple[str, str, str]] = {
    "an address of percent signs": (f"<a {_HANDLER} href='", "%", "'>x</a>"),
    "an address and many attributes": (f"<a {_HANDLER} href='{'%' * 8_000}' ", "a@=b ", ">x</a>"),
    "addresses": ("", f"<a {_HANDLER} href='{'%' * 8_000}'>x</a>", ""),
    "addresses of wide letters": ("", f"<a {_HANDLER} href='{_LETTER * 8_000}'>x</a>", ""),
    "a label": (f"<button {_HANDLER}>", _LETTER, "</button>"),
    "a title": (f"<button {_HANDLER} title='", _LETTER, "'>x</button>"),
    "a class of directives": (f"<button {_HANDLER} class='", "ng-", "'>x</button>"),
    "an id": (f"<button {_HANDLER} id='", _LETTER, "'>x</button>"),
    "a value of references": ("<a onclick=\"rtp('send','event',{value:'", "&amp;", "'})\">x</a>"),
    "attributes": (f"<button {_HANDLER} ", "a ", ">x</button>"),
    "data attributes": (f"<button {_HANDLER} ", "data-a@ ", ">x</button>"),
    "the name of an attribute": (f"<button {_HANDLER} data-", "a", ">x</button>"),
    "handlers": ("", f"<button {_HANDLER}>x</button>", ""),
    "marks": ("", "<a data-rtp-event=a@>x</a>", ""),
    "ids": ("", "<p id=a@>", ""),
    "elements": ("", "<div>", f"<a {_HANDLER}>x</a>"),
    "a comment": ("<!--", "rtp ", f"--><a {_HANDLER}>x</a>"),
    "a policy": (_POLICY, "'sha256-a' ", f'"><a {_HANDLER}>x</a>'),
    "policies": (_POLICY, ",", f'"><a {_HANDLER}>x</a>'),
    "a script under a policy": (_POLICY + "'sha256-a' " * 100_000 + '"><script>rtp();//', "x", "</script>"),
    "handlers under a policy": (f'{_POLICY}{"a" * 400_000}">', "<b onclick=rtp()>", ""),
    "data in JSON": ('<script type="application/ld+json">[', '"rtp",', f"0]</script><a {_HANDLER}>x</a>"),
    "a page in an attribute": ("<iframe srcdoc='", "&lt;a onclick=rtp()&gt;", f"'></iframe><a {_HANDLER}>x</a>"),
    "a base": ("<base href='/", "a/", f"'><script src=a.js></script><a {_HANDLER}>x</a>"),
    "the address of a script": ("<script src='", "../", f"'></script><a {_HANDLER}>x</a>"),
    "scripts": ("", "<script src=a@.js></script>", ""),
    "scripts below a long base": (f"<base href='/{'a' * 5_000_000}'>", "<script src=a></script>", ""),
    "scripts below a deep base": (f"<base href='/{'a/' * 4_000}'>", "<script src=a@></script>", ""),
    "a script that is loaded again": ("", "<script src=loaded.js></script>", ""),
    "a value": (f"<script>{_SEND}'", _LETTER, "'})</script>"),
    "a value of unordered combining characters": (f"<script>{_SEND}'", "\u0315\u0327", "'})</script>"),
    "empty lines in a script": (f"<script>{_SEND}'v'}});", "\n", "</script>"),
    "a template literal": (f"<script>{_SEND}`", "a", "`})</script>"),
    "values": (f"<script>{_SEND}[", "'a@',", "]})</script>"),
    "a sum": (f"<script>{_SEND}", "'a'+", "'b'})</script>"),
    "calls": ("<script>", f"{_SEND}'@'}});", "</script>"),
    "calls of a long text": (f"<script>var v='{'x' * 1_000_000}';", f"{_SEND}v}});", "</script>"),
    "calls behind a long check": (f"<script>if({'a' * 7_000_000})", f"{_SEND}'v'}}),", "0</script>"),
    "calls after a long check": (f"<script>{'a' * 7_000_000}&&(", f"{_SEND}'v'}}),", "0)</script>"),
    "line ends in a script": ("<script>rtp();", "\r", "</script>"),
    "tabs in an address": ('<a href="javascript:rtp()', "\t", '">x</a>'),
    "a name": ("<script>rtp;var ", "a", "</script>"),
    "a name of escapes": ("<script>rtp;var ", "\\u0061", "</script>"),
    "comments in a script": ("<script>", "/*rtp*/", f"{_SEND}'v'}})</script>"),
}

LONG_FIELDS: Mapping[str, LongField] = dict(
    chain(
        (
            (
                f"check: {name}",
                LongField(CHECK, ".json", '{"events":{"a":{' + field.split("~")[0], piece, field.split("~")[1] + "}}}"),
            )
            for name, (field, piece) in _FIELDS.items()
        ),
        ((f"check: {name}", LongField(CHECK, ".json", *parts)) for name, parts in _EVENTS.items()),
        ((f"check: {name}", LongField(CHECK, *parts)) for name, parts in _SLOW_FORMATS.items()),
        (
            (f"{command}: {name}", LongField(command, ".html", *parts))
            for command in (IMPORT, AUDIT)
            for name, parts in _PAGES.items()
        ),
    )
)
"""Every kind of long field, by command and name."""
