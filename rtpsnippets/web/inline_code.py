"""Find the code that stands inline in HTML, as a browser does: in handlers and in scripts.

>>> InlineCode('<b onclick="a &amp;&amp; b"></b><script>c</script>').handlers
['a && b']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rtpsnippets.web.charrefs import Mapped, markup_text, script_text
from rtpsnippets.web.reserved_names import MARK, MARK_CLASS
from rtpsnippets.web.tokenizer import BLANKS, Attribute, Tag, by_name, has_elements, tags_of

# The handlers that HTML and its events know: `only` and `onclik` are none.
_HANDLER = re.compile(
    "on(?:abort|auxclick|beforeinput|beforematch|blur|cancel|change|click|close|command|contextmenu|copy|cuechange"
    "|cut|dblclick|drop|error|focus|formdata|input|invalid|message|messageerror|paste|reset|resize|search|select"
    "|selectionchange|selectstart|slotchange|storage|submit|wheel"
    "|animation(?:cancel|end|iteration|start)|transition(?:cancel|end|run|start)|(?:before)?toggle|scroll(?:end)?"
    "|drag(?:end|enter|leave|over|start)?|key(?:down|press|up)|touch(?:cancel|end|move|start)"
    "|(?:mouse|pointer)(?:down|enter|leave|move|out|over|up)|pointercancel|(?:got|lost)pointercapture"
    "|(?:after|before)print|(?:before)?unload|hashchange|languagechange|o(?:n|ff)line|page(?:hide|show)|popstate"
    "|canplay(?:through)?|durationchange|emptied|ended|load(?:eddata|edmetadata|start)?|pause|play(?:ing)?|progress"
    "|ratechange|seek(?:ed|ing)|stalled|suspend|timeupdate|volumechange|waiting)"
)
# A component may have any event of its own.
_FRAMEWORK_HANDLER = re.compile(r"(?:@|v-on:|x-on:)[a-z].*|\([a-z].*\)")
MODULE = "module"
_JAVASCRIPT_TYPE = re.compile(
    rf"(?:(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:javascript1\.[0-5]|jscript|livescript))|{MODULE}",
    re.IGNORECASE,
)
# Tools give a script another type, and its own back when it may run: those that load it later, ...
_DELAYED = re.compile(
    r"(?:litespeed|didomi)/javascript|rocketlazyloadscript|pmdelayedscript|nitropack/inlinescript|javascript/blocked"
    rf"|text/rocketscript|text/(?:priority)?psajs|[0-9a-f]{{16,}}-(?:{_JAVASCRIPT_TYPE.pattern})",
    re.IGNORECASE,
)
# ... and those that ask for consent, which know theirs by an attribute or a class.
_HELD = re.compile(r"text/plain|opt-in", re.IGNORECASE)
_HOLDING = re.compile(
    r".*(?:consent|cookie).*|data-(?:.*(?:categor|purpose|vendor).*|usercentrics|name|service|osano)|trackertype"
)
_HOLDING_CLASS = re.compile(
    rf"(?:^|[{BLANKS}])(?:optanon-|ot-vscat-|cmplz-|_iub_cs_activate|cmplazyload|cc-onconsent-|trustecm"
    r"|_js_pt_activate)",
    re.IGNORECASE,
)
_OWN_TYPE = "data-type"
_BLANK = re.compile(f"[{BLANKS}]+")
_SOURCES = re.compile(r"(?:data-.*)?src|suppressedsrc|pagespeed_orig_src|data-pmdelayedscript")
JAVASCRIPT = "javascript:"
_SCHEME = re.compile(r"[\0- ]*" + r"[\t\n\r]*".join(JAVASCRIPT), re.IGNORECASE)
_NOT_CODE = re.compile(rf"\A{_SCHEME.pattern}|[\t\n\r]+|(?:%[0-9A-Fa-f]{{2}})+", re.IGNORECASE)
_FOLLOWED = frozenset(
    (("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction"), ("input", "formaction"))
)
"""The attributes whose address is followed at a click, by their element."""
XLINK = "xlink:href"
"""How SVG writes `href`, too."""

HANDLER, FRAMEWORK_HANDLER, ADDRESS, SCRIPT, LOADED, UNREAD = KINDS = (
    *("handler", "framework", "address", "script", "loaded", "unread"),
)
"""The kinds of code: an attribute that the browser runs, or that a framework runs, such as `@click`; an address that
begins with `javascript:`; a script in the element, and one that is loaded; and what isn't read: the page in an
attribute `srcdoc`, and a script with elements in it."""


def code_of(
    tag: Tag, attributes: Mapping[str, Attribute], *, is_xml: bool = False
) -> Iterator[tuple[str, str, Attribute | None]]:
    """Yield each piece of code that runs of the element that `tag` begins: its kind, its text, and its attribute.

    `attributes` are those of the tag by their names. The text is as the browser has it, with references decoded; of a
    script that is loaded it is the address. The tag is not inert, for nothing runs of an element that is. `is_xml` says
    that the page is read as XML.
    """
    for name, attribute in attributes.items():
        if _HANDLER.fullmatch(name):
            yield HANDLER, attribute.value, attribute
        elif _FRAMEWORK_HANDLER.fullmatch(name):
            yield FRAMEWORK_HANDLER, attribute.value, attribute
        elif (tag.name, name) == ("iframe", "srcdoc"):
            yield UNREAD, attribute.value, attribute
        elif _is_followed(tag, name, attributes) and _SCHEME.match(attribute.value):
            yield ADDRESS, f"{JAVASCRIPT}{code_of_address(attribute.value).text}", attribute
    if tag.name == "script":
        yield from _code_of_script(tag, attributes, is_xml=is_xml)


def _is_followed(tag: Tag, name: str, attributes: Mapping[str, Attribute]) -> bool:
    """Whether the address in an attribute is followed; in SVG, `href` goes first: SVG 2, "URL reference attributes"."""
    if name == XLINK:
        return tag.is_foreign and tag.name == "a" and "href" not in attributes
    return (tag.name, name) in _FOLLOWED


def _code_of_script(
    tag: Tag, attributes: Mapping[str, Attribute], *, is_xml: bool
) -> Iterator[tuple[str, str, Attribute | None]]:
    values = {name: attribute.value for name, attribute in attributes.items()}
    is_markup = tag.is_foreign or is_xml
    if tag.content is None and is_markup:  # one of MathML, or without an end
        return
    if is_held_back(values):
        named = [attribute for name, attribute in attributes.items() if _SOURCES.fullmatch(name) and attribute.value]
        # What a tool puts into `src` meanwhile is no script.
        source = next((attribute for attribute in named if attribute.name != "src"), named[0] if named else None)
    elif not _is_run(values):
        return
    elif tag.is_foreign:
        source = attributes.get("href") or attributes.get(XLINK)
    else:
        source = attributes.get("src")
    if source:
        yield LOADED, source.value, source
    elif tag.content is not None:
        is_read = not is_markup or not has_elements(tag.content)
        text = text_of_script(tag, is_xml=is_xml).text if is_markup else tag.content
        yield (SCRIPT, text, None) if is_read else (UNREAD, tag.content, None)


def text_of_script(tag: Tag, *, is_xml: bool) -> Mapped:
    """The text of the script in the element that `tag` begins, which has one: that of SVG or XML is markup."""
    content = tag.content or ""
    return markup_text(content, is_xml=is_xml) if tag.is_foreign or is_xml else script_text(content)


def is_held_back(attributes: Mapping[str, str]) -> bool:
    """Whether a tool holds back the script with these attributes, until the visitor consents or it is time.

    The source of the rule is what the tools say of themselves: Cookiebot, OneTrust, CookieYes, Complianz, Klaro,
    Usercentrics, iubenda, Termly, CookieConsent and others for consent, and WP Rocket, LiteSpeed, Perfmatters,
    NitroPack, Rocket Loader and mod_pagespeed for the rest.
    """
    of_type = attributes.get("type", "").strip(BLANKS)
    if _DELAYED.fullmatch(of_type):
        return True
    own = attributes.get(_OWN_TYPE, "").strip(BLANKS)
    if not _HELD.fullmatch(of_type) or (own and not _JAVASCRIPT_TYPE.fullmatch(own)):
        return False
    return any(map(_HOLDING.fullmatch, attributes)) or bool(_HOLDING_CLASS.search(attributes.get("class", "")))


def code_of_address(address: str) -> Mapped:
    """The code of an address that begins with `javascript:`, and where each character of it stands in the address."""
    return Mapped(address, _NOT_CODE.finditer(address), _decoded)


def _decoded(found: re.Match[str]) -> str:
    # Not `unquote`, which takes a hundred bytes for each.
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="replace") if found[0].startswith("%") else ""


def marks_of(values: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of the events that an element is marked with, each with the name of the attribute that says so.

    `values` are those of its attributes. A mark is the attribute `data-rtp-event`, or a class `rtp-event--ID`; there
    may be several classes. They are compared exactly, in quirks mode too, as the binding does.
    """
    marks = {values[MARK]: MARK} if MARK in values else {}
    for name in _BLANK.split(values.get("class", "")):
        if name.startswith(MARK_CLASS):
            marks.setdefault(name.removeprefix(MARK_CLASS), "class")
    return marks


class InlineCode:
    """The code of a text of HTML that a browser runs, and the marks for the binding, each in order.

    `handlers`, `framework_handlers`, `addresses` (with `javascript:` before the code) and `scripts` are the texts that
    `code_of` says; `marks` are the ids of events.
    """

    def __init__(self, html: str) -> None:
        self.marks: list[str] = []
        found: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for tag in tags_of(html):
            if not tag.is_end and not tag.is_inert:
                attributes = by_name(tag.each_attribute())
                self.marks += marks_of({name: attribute.value for name, attribute in attributes.items()})
                for kind, text, _ in code_of(tag, attributes):
                    found[kind].append(text)
        self.handlers, self.framework_handlers, self.addresses, self.scripts, *_ = found.values()


def _is_run(attributes: Mapping[str, str]) -> bool:
    """Whether the script with these attributes is JavaScript that is run: HTML, "Prepare the script element"."""
    language = attributes.get("language", "")
    of_type = attributes.get("type", language and f"text/{language}")
    if "for" in attributes and "event" in attributes and not _is_at_load(attributes["for"], attributes["event"]):
        return False
    if "nomodule" in attributes and of_type.strip(BLANKS).lower() != MODULE:
        return False
    return not of_type or _JAVASCRIPT_TYPE.fullmatch(of_type.strip(BLANKS)) is not None


def _is_at_load(of: str, event: str) -> bool:
    """Whether a script `for` an `event` is run all the same, at once: likewise."""
    return of.strip(BLANKS).lower() == "window" and event.strip(BLANKS).lower() in {"onload", "onload()"}
