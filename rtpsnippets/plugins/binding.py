"""Add the binding to a built site: the file `rtp-events.js`, and a script on each page that loads it.

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
from rtpsnippets.snippets.marked_elements import may_be_marked
from rtpsnippets.web.inline_code import marked_with
from rtpsnippets.web.tokenizer import tags_of

_SUFFIXES = (".html", ".htm")
_BEGINNING = b"/* The plugin of rtpsnippets writes this file after each build. */\n"
"""Shows that we wrote the file; without it, the file may be the user's."""

_NAME = re.escape(BINDING_FILE)
_OUR_SCRIPT = re.compile(rf'<script src="(?:[^"]*/)?{_NAME}\?v=[0-9a-f]{{8}}" defer></script>')
_IS_LOADED = re.compile(rf"(?:^|[/\\]){_NAME}\s*(?:$|[?#])")
_NOT_FOUND = re.compile(r"(?:.*/)?404(?:/index)?\.html?")
"""The 404 page: a server shows it at any unknown URL, so relative URLs on it may not work."""


def add_binding(site: str, lookup: Lookup, options: SiteOptions, warn: Callable[[Problem], object]) -> None:
    """Write the binding into the root of the built site, and a script that loads it into each page.

    The binding is needed if an event `is_bound`, or if a marked element has no handler yet. If it is not needed or is
    switched off, the file and the scripts of an earlier build are removed. A page that loads another `rtp-events.js`
    gets no script. If that is the user's own file in the root, it is not overwritten. `warn` is called in both cases.
    Nothing else on a page changes, and a page without changes is not written. Never raises an `RtpSnippetsError`:
    problems go to `warn`.
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
    is_ours = before.startswith(_BEGINNING)
    events = lookup.events() if options.has_binding else {}
    if not events and not is_ours:
        return
    walked = (each.path for each in walk(site, _SUFFIXES, VERSION_FOLDERS) if not each.refusal)
    names = [PurePath(path).relative_to(site).as_posix() for path in walked]
    is_needed = any(event.is_bound for event in events.values())
    loaded: dict[str, str | None] = {}  # by page: the binding that it already loads; None if outside the site
    addresses = Addresses(options.base_url)
    for name in names if events else ():
        html = _OUR_SCRIPT.sub("", _text(Path(site, name)))
        is_needed = is_needed or _has_marked_element(html, events)
        if address := _loaded_by(html):
            loaded[name] = addresses.file_of(address, name)
    if not is_needed and not is_ours:
        return
    is_kept = not is_ours and file.exists() and BINDING_FILE in loaded.values()
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
        yield from _own_binding_problems([name for name, path in loaded.items() if is_kept or path != BINDING_FILE])


def _change(path: Path, name: str, version: str, root: str) -> None:
    """Add our script to the page, or remove it if `version` is empty; write the page only if that changes it."""
    html = _text(path)
    plain = _OUR_SCRIPT.sub("", html)
    changed = _with_script(plain, name, version, root) if version else plain
    if changed != html:
        put_file(path, changed.encode("latin-1"))


def _with_script(html: str, name: str, version: str, root: str) -> str:
    """Return the page with the script at the end of its head, body or file; return a fragment unchanged."""
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
    """Return the script for the page `name`, a path in the site; its URL is relative unless `root` is given."""
    folder = "../" * name.count("/") if root is None else f"{root}/"
    return f'<script src="{folder}{BINDING_FILE}?v={version}" defer></script>'


def _has_marked_element(html: str, events: Mapping[str, Event]) -> bool:
    """Return whether an element of the page is marked with the id of an event."""
    return may_be_marked(html) and any(
        not events.keys().isdisjoint(marked_with(tag.values))
        for tag in tags_of(html)
        if not tag.is_end and may_be_marked(tag.written)
    )


def _loaded_by(html: str) -> str:
    """Return the URL of an `rtp-events.js` that a script of the page loads, or an empty string."""
    if BINDING_FILE not in html:
        return ""
    scripts = (tag.values.get("src", "") for tag in tags_of(html) if tag.name == "script" and not tag.is_end)
    return next((address for address in scripts if _IS_LOADED.search(address)), "")


def _own_binding_problems(names: list[str]) -> Iterator[Problem]:
    """Yield one warning for all pages that load their own binding."""
    if names:
        count = f" ({len(names)} pages do)" if len(names) > 1 else ""
        what = f"loads its own {BINDING_FILE}, so the plugin does not add one{count}"
        hint = "remove that script (the plugin keeps its own up to date) or set the plugin's option binding to false"
        yield Problem(what, hint, location=Location(names[0]))


def _text(path: Path) -> str:
    """Return the page with one character for each byte: we only search for ASCII, the same in all charsets."""
    return _read(path).decode("latin-1")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot("read", path, error) from None
