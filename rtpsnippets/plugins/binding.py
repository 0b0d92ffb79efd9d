"""The binding of a site that its generator has just built: the file `rtp-events.js`, and a script on each page.

>>> print(_script("guide/start.html", "1f0c9a7e"))
<script src="../rtp-events.js?v=1f0c9a7e" defer></script>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from urllib.parse import quote, urlsplit

from rtpsnippets.errors import FileAccessError, Location, Problem, ProblemsError, cannot
from rtpsnippets.events.event import Event
from rtpsnippets.output.write import put_file
from rtpsnippets.plugins.auditing import SiteOptions
from rtpsnippets.plugins.lookup import Lookup
from rtpsnippets.site.audit.urls import Addresses
from rtpsnippets.site.walk import VERSION_FOLDERS, walk
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.formats import BINDING_FILE
from rtpsnippets.snippets.marks import may_be_marked
from rtpsnippets.web.inline_code import marks_of
from rtpsnippets.web.tokenizer import tags_of

_SUFFIXES = (".html", ".htm")
_BEGINNING = b"/* The plugin of rtpsnippets writes this file after each build. */\n"
"""By this we know our file: any other may be one that the user has made."""

_NAME = re.escape(BINDING_FILE)
_OUR_SCRIPT = re.compile(rf'<script src="(?:[^"]*/)?{_NAME}\?v=[0-9a-f]{{8}}" defer></script>')
_IS_LOADED = re.compile(rf"(?:^|[/\\]){_NAME}\s*(?:$|[?#])")
_NOT_FOUND = re.compile(r"(?:.*/)?404(?:/index)?\.html?")
"""The page that a server shows at any address: from there, a relative one leads nowhere."""


def add_binding(site: str, lookup: Lookup, options: SiteOptions, warn: Callable[[Problem], object]) -> None:
    """Write the binding into the root of the built site, and a script that loads it into each page.

    It is needed if an event `is_bound`, or if an element of a page has a mark, which no handler has replaced. If it is
    not needed, or the options say no, what an earlier build has left of it is removed. A page that loads an
    `rtp-events.js` by itself gets no script; if that is a file of the user in the root, the file stays. `warn` is told
    of both. A page keeps all of its other bytes, and is not written if nothing changes. Never raises an
    `RtpSnippetsError`: what is wrong is given to `warn`.
    """
    try:
        problems = list(_add(site, lookup, options))
    except ProblemsError as error:
        problems = list(error.problems)
    except FileAccessError as error:
        problems = [Problem(str(error))]
    for problem in problems:
        warn(problem)


def _add(site: str, lookup: Lookup, options: SiteOptions) -> Iterator[Problem]:
    file = Path(site, BINDING_FILE)
    before = _read(file) if file.exists() else b""
    is_left = before.startswith(_BEGINNING)
    events = lookup.events() if options.has_binding else {}
    if not events and not is_left:
        return
    walked = (each.path for each in walk(site, _SUFFIXES, VERSION_FOLDERS) if not each.refusal)
    names = [PurePath(path).relative_to(site).as_posix() for path in walked]
    is_needed = any(event.is_bound for event in events.values())
    loaded: dict[str, str | None] = {}  # what a page loads by itself: a path in the site, or None if it is elsewhere
    addresses = Addresses(options.base_url)
    for name in names if events else ():
        html = _OUR_SCRIPT.sub("", _text(Path(site, name)))
        is_needed = is_needed or _is_marked(html, events)
        if address := _loaded_by(html):
            loaded[name] = addresses.file_of(address, name)
    if not is_needed and not is_left:
        return
    is_kept = not is_left and file.exists() and BINDING_FILE in loaded.values()
    content = None
    if is_needed:
        content = before if is_kept else _BEGINNING + render_binding(events.values(), lookup.templates).encode()
    if content != before:
        put_file(file, content)
    version = sha256(content).hexdigest()[:8] if content else ""
    root = quote(urlsplit(options.base_url).path.rstrip("/"), safe="/%")
    for name in names:
        _change(Path(site, name), name, "" if name in loaded else version, root)
    if is_needed:
        yield from _of_others([name for name, path in loaded.items() if is_kept or path != BINDING_FILE])


def _change(path: Path, name: str, version: str, root: str) -> None:
    """Write the page unless it has the script that it should have: that of this version, or none without one."""
    html = _text(path)
    plain = _OUR_SCRIPT.sub("", html)
    changed = _with_script(plain, name, version, root) if version else plain
    if changed != html:
        put_file(path, changed.encode("latin-1"))


def _with_script(html: str, name: str, version: str, root: str) -> str:
    """The page with the script at the end of its head or body, or its own end; what is not a page stays as it is."""
    place = len(html) if "<!doctype" in html[:1000].lower() else None
    is_absolute = _NOT_FOUND.fullmatch(name) is not None
    for tag in tags_of(html):
        if tag.is_inert or tag.is_foreign:
            continue
        if tag.is_end and tag.name in {"head", "body"}:
            place = tag.start
            break
        is_absolute = is_absolute or (tag.name == "base" and "href" in tag.values)
    if place is None:
        return html
    return html[:place] + _script(name, version, root if is_absolute else None) + html[place:]


def _script(name: str, version: str, root: str | None = None) -> str:
    """The script of the page with that path in the site; its address begins at the host's root, if `root` is given."""
    folder = "../" * name.count("/") if root is None else f"{root}/"
    return f'<script src="{folder}{BINDING_FILE}?v={version}" defer></script>'


def _is_marked(html: str, events: Mapping[str, Event]) -> bool:
    """Whether an element of the page has a mark with the id of an event."""
    return may_be_marked(html) and any(
        not events.keys().isdisjoint(marks_of(tag.values))
        for tag in tags_of(html)
        if not tag.is_end and may_be_marked(tag.written)
    )


def _loaded_by(html: str) -> str:
    """The address of an `rtp-events.js` that a script of the page loads, or nothing."""
    if BINDING_FILE not in html:
        return ""
    scripts = (tag.values.get("src", "") for tag in tags_of(html) if tag.name == "script" and not tag.is_end)
    return next((address for address in scripts if _IS_LOADED.search(address)), "")


def _of_others(names: list[str]) -> Iterator[Problem]:
    """The pages that load another binding than ours, as one warning."""
    if names:
        count = f" (pages like this: {len(names)})" if len(names) > 1 else ""
        what = f"loads an {BINDING_FILE} of your own, so the plugin adds none{count}"
        hint = "remove that script: the plugin keeps its own up to date; or set the plugin's option binding to false"
        yield Problem(what, hint, location=Location(names[0]))


def _text(path: Path) -> str:
    """The text of a page, a character for each byte: what we look for is ASCII, which is the same in all charsets."""
    return _read(path).decode("latin-1")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot("read", path, error) from None
