"""Find the inline code in HTML as a browser does: handlers, scripts and `javascript:` addresses.

>>> InlineCode('<b onclick="a &amp;&amp; b"></b><script>c</script>').handlers
['a && b']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rtpsnippets.web.charrefs import Mapped, markup_text, script_text
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX
from rtpsnippets.web.tokenizer import WHITESPACE, Attribute, Tag, by_name, has_elements, tags_of

# The handler attributes of HTML, by name: other attributes may also begin with `on`.
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
# Any event name, because components define their own.
_FRAMEWORK_HANDLER = re.compile(r"(?:@|v-on:|x-on:)[a-z].*|\([a-z].*\)")
MODULE = "module"
_JAVASCRIPT_TYPE = re.compile(
    rf"(?:(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:javascript1\.[0-5]|jscript|livescript))|{MODULE}",
    re.IGNORECASE,
)
# Tools change the type of a script until it may run. These are the types of tools that delay scripts; ...
_DELAYED = re.compile(
    r"(?:litespeed|didomi)/javascript|rocketlazyloadscript|pmdelayedscript|nitropack/inlinescript|javascript/blocked"
    rf"|text/rocketscript|text/(?:priority)?psajs|[0-9a-f]{{16,}}-(?:{_JAVASCRIPT_TYPE.pattern})",
    re.IGNORECASE,
)
# ... consent tools use these, but only together with an attribute or a class of theirs.
_CONSENT_TYPE = re.compile(r"text/plain|opt-in", re.IGNORECASE)
_CONSENT_NAME = re.compile(
    r".*(?:consent|cookie).*|data-(?:.*(?:categor|purpose|vendor).*|usercentrics|name|service|osano)|trackertype"
)
_CONSENT_CLASS = re.compile(
    rf"(?:^|[{WHITESPACE}])(?:optanon-|ot-vscat-|cmplz-|_iub_cs_activate|cmplazyload|cc-onconsent-|trustecm"
    r"|_js_pt_activate)",
    re.IGNORECASE,
)
_ORIGINAL_TYPE = "data-type"
_SEPARATOR = re.compile(f"[{WHITESPACE}]+")
_SOURCES = re.compile(r"(?:data-.*)?src|suppressedsrc|pagespeed_orig_src|data-pmdelayedscript")
JAVASCRIPT = "javascript:"
_SCHEME = re.compile(r"[\0- ]*" + r"[\t\n\r]*".join(JAVASCRIPT), re.IGNORECASE)
_NOT_CODE = re.compile(rf"\A{_SCHEME.pattern}|[\t\n\r]+|(?:%[0-9A-Fa-f]{{2}})+", re.IGNORECASE)
_FOLLOWED = frozenset(
    (("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction"), ("input", "formaction"))
)
"""The attributes whose address is followed on a click, with their elements."""
XLINK = "xlink:href"
"""The older name of `href` in SVG."""

HANDLER, FRAMEWORK_HANDLER, ADDRESS, SCRIPT, LOADED, UNREAD = KINDS = (
    *("handler", "framework", "address", "script", "loaded", "unread"),
)
"""The kinds of code: a handler of the browser; one of a framework, such as `@click`; a `javascript:` address; an inline
script; a loaded script; and code that is not read: a `srcdoc` attribute, and a script that contains elements."""


def code_of(
    tag: Tag, attributes: Mapping[str, Attribute], *, is_xml: bool = False
) -> Iterator[tuple[str, str, Attribute | None]]:
    """Yield the kind, the text and the attribute of each piece of code that runs in the element of `tag`.

    `attributes` are those of the tag by their names. The text is decoded; for a loaded script it is the address. The
    tag must not be inert: browsers do not run code in inert elements. `is_xml` means that the page is read as XML.
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
    """Return whether a click follows the address; in SVG, `href` comes first: SVG 2, "URL reference attributes"."""
    if name == XLINK:
        return tag.is_foreign and tag.name == "a" and "href" not in attributes
    return (tag.name, name) in _FOLLOWED


def _code_of_script(
    tag: Tag, attributes: Mapping[str, Attribute], *, is_xml: bool
) -> Iterator[tuple[str, str, Attribute | None]]:
    values = {name: attribute.value for name, attribute in attributes.items()}
    is_markup = tag.is_foreign or is_xml
    if tag.content is None and is_markup:  # a MathML element, or one without an end tag
        return
    if is_held_back(values):
        named = [attribute for name, attribute in attributes.items() if _SOURCES.fullmatch(name) and attribute.value]
        # The `src` of a delayed script may be only a placeholder.
        source = next((attribute for attribute in named if attribute.name != "src"), named[0] if named else None)
    elif not _is_executed(values):
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
    """Return the text of the script in the element of `tag`; in SVG and XML it is markup."""
    content = tag.content or ""
    return markup_text(content, is_xml=is_xml) if tag.is_foreign or is_xml else script_text(content)


def is_held_back(attributes: Mapping[str, str]) -> bool:
    """Return whether a tool delays the script with these attributes, until the visitor consents or for performance.

    The rule follows the documentation of the tools: Cookiebot, OneTrust, CookieYes, Complianz, Klaro,
    Usercentrics, iubenda, Termly, CookieConsent and others for consent, and WP Rocket, LiteSpeed, Perfmatters,
    NitroPack, Rocket Loader and mod_pagespeed for performance.
    """
    of_type = attributes.get("type", "").strip(WHITESPACE)
    if _DELAYED.fullmatch(of_type):
        return True
    original = attributes.get(_ORIGINAL_TYPE, "").strip(WHITESPACE)
    if not _CONSENT_TYPE.fullmatch(of_type) or (original and not _JAVASCRIPT_TYPE.fullmatch(original)):
        return False
    return any(map(_CONSENT_NAME.fullmatch, attributes)) or bool(_CONSENT_CLASS.search(attributes.get("class", "")))


def code_of_address(address: str) -> Mapped:
    """Return the code of a `javascript:` address, with the place of each character in the address."""
    return Mapped(address, _NOT_CODE.finditer(address), _decoded)


def _decoded(found: re.Match[str]) -> str:
    # Not `unquote`, which takes a hundred bytes for each escape.
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="replace") if found[0].startswith("%") else ""


def marked_with(values: Mapping[str, str]) -> dict[str, str]:
    """Return the event ids of a marked element, each with the name of the attribute that contains it.

    `values` are those of its attributes. An element is marked with the attribute `data-rtp-event` or with classes
    `rtp-event--ID`. Case matters, also in quirks mode, as in the binding.
    """
    marks = {values[EVENT_ATTRIBUTE]: EVENT_ATTRIBUTE} if EVENT_ATTRIBUTE in values else {}
    for name in _SEPARATOR.split(values.get("class", "")):
        if name.startswith(EVENT_CLASS_PREFIX):
            marks.setdefault(name.removeprefix(EVENT_CLASS_PREFIX), "class")
    return marks


class InlineCode:
    """The code in HTML that a browser runs, and the event ids of marked elements, each in order.

    `handlers`, `framework_handlers`, `addresses` (including `javascript:`) and `scripts` are the texts of `code_of`;
    `event_ids` are those of marked elements.
    """

    def __init__(self, html: str) -> None:
        self.event_ids: list[str] = []
        found: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for tag in tags_of(html):
            if not tag.is_end and not tag.is_inert:
                attributes = by_name(tag.each_attribute())
                self.event_ids += marked_with({name: attribute.value for name, attribute in attributes.items()})
                for kind, text, _ in code_of(tag, attributes):
                    found[kind].append(text)
        self.handlers, self.framework_handlers, self.addresses, self.scripts, *_ = found.values()


def _is_executed(attributes: Mapping[str, str]) -> bool:
    """Return whether a browser runs the script with these attributes: HTML, "Prepare the script element"."""
    language = attributes.get("language", "")
    of_type = attributes.get("type", language and f"text/{language}")
    if "for" in attributes and "event" in attributes and not _is_at_load(attributes["for"], attributes["event"]):
        return False
    if "nomodule" in attributes and of_type.strip(WHITESPACE).lower() != MODULE:
        return False
    return not of_type or _JAVASCRIPT_TYPE.fullmatch(of_type.strip(WHITESPACE)) is not None


def _is_at_load(of: str, event: str) -> bool:
    """Return whether a script with these values of `for` and `event` runs: the same section of HTML."""
    return of.strip(WHITESPACE).lower() == "window" and event.strip(WHITESPACE).lower() in {"onload", "onload()"}
