"""Express when a tag of a Google Tag Manager container fires with `on` and `selector`, or say why that is impossible.

The names are those of Google's "Tag Manager API v2" (Tags, Triggers). An export has `LINK_CLICK` where the API has
`linkClick`.

>>> given = [{"key": "arg0", "value": "{{Click ID}}"}, {"key": "arg1", "value": "buy"}]
>>> trigger = {"triggerId": "7", "type": "LINK_CLICK", "filter": [{"type": "EQUALS", "parameter": given}]}
>>> Triggers({"trigger": [trigger]}).firing({"name": "RTP - Buy", "type": "html", "firingTriggerId": ["7"]}).trigger
Trigger(on='click', selector='#buy[href]')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rtpsnippets.display import cut, quoted
from rtpsnippets.site.javascript.model import Trigger

Table = Mapping[str, object]

AT_LOAD = Trigger("load")


@dataclass(frozen=True, slots=True)
class Firing:
    """When a tag fires; None if a definition cannot express that. `remarks` say why, or what is different."""

    trigger: Trigger | None
    remarks: tuple[str, ...] = ()


class NotPlainError(Exception):
    """A trigger cannot be expressed with `on` and `selector`; the text says why."""


def tables(data: object, key: str) -> list[Table]:
    """Return the objects in the list `data[key]`; none if there is no such list."""
    listed = data.get(key) if isinstance(data, dict) else None
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def text(data: object, key: str) -> str:
    """Return the string `data[key]`; empty if there is none."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def parameters(data: Table) -> dict[str, str]:
    """Return the parameters of a tag or a condition that are strings."""
    return {text(each, "key"): text(each, "value") for each in tables(data, "parameter")}


def _ids(tag: Table, key: str) -> list[str]:
    listed = tag.get(key)
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _word(data: object, key: str = "type") -> str:
    """Return a keyword of Google in one spelling: exports and the API differ."""
    return text(data, key).replace("_", "").lower()


_EVERYWHERE = frozenset(("2147479553", "2147479572", "2147479573"))
"""The built-in triggers, which exports do not list: All Pages, Consent Initialization, Initialization."""

_PAGE_VIEWS = frozenset(("pageview", "domready", "windowloaded", "init", "consentinit"))
_CLICK, _LINK, _FORM, _TIMER = "click", "linkclick", "formsubmission", "timer"
_SECONDS = re.compile(r"([1-9][0-9]{0,4})000")

_METADATA = frozenset(
    (
        *("accountId", "containerId", "workspaceId", "fingerprint", "parentFolderId", "path", "tagManagerUrl", "notes"),
        *("name", "type"),
    )
)
_OF_TRIGGER = _METADATA | {
    *("triggerId", "uniqueTriggerId", "eventName", "interval", "limit", "filter", "autoEventFilter"),
    *("checkValidation", "waitForTags", "waitForTagsTimeout"),
}
_OF_TAG = _METADATA | {
    *("tagId", "parameter", "firingTriggerId", "blockingTriggerId", "tagFiringOption", "consentSettings", "paused"),
    *("priority", "liveOnly", "monitoringMetadata", "monitoringMetadataTagNameKey"),
}
"""The keys that are supported or do not affect when a tag fires; any other key might."""

_SEQUENCES = ("setupTag", "teardownTag")
_IN_SEQUENCE, _SCHEDULED = "the tag is part of a sequence", "the tag has a schedule"
_WORDS = {
    **dict.fromkeys(_SEQUENCES, _IN_SEQUENCE),
    **dict.fromkeys(("scheduleStartMs", "scheduleEndMs"), _SCHEDULED),
}

_IF_NOT_CANCELED = "the trigger {} sends it only if no script cancels the {}; rtp-events.js always sends it"
_ITSELF = "the trigger {} sends it for {}; rtp-events.js also sends it for {}"
_CLICKS = ("a click on the element itself", "a click on anything inside it")
_FORMS = ("a matching form", "a form inside a matching element")


class Triggers:
    """The triggers of a container, from its `containerVersion`."""

    def __init__(self, version: object) -> None:
        self._triggers = {text(trigger, "triggerId"): trigger for trigger in tables(version, "trigger")}
        self._variables = _variables(version)
        in_sequence = (each for tag in tables(version, "tag") for key in _SEQUENCES for each in tables(tag, key))
        self._in_sequence = {text(each, "tagName") for each in in_sequence}

    def refusal(self, tag: Table) -> str:
        """Return why the tag never fires; empty if it may."""
        if tag.get("paused"):
            return "is paused in Google Tag Manager, so it never runs"
        if not _ids(tag, "firingTriggerId") and text(tag, "name") not in self._in_sequence:
            return "has no trigger in Google Tag Manager, so it never runs"
        return ""

    def firing(self, tag: Table) -> Firing:
        """Return when the tag fires. Only for a tag without a refusal."""
        reasons = tuple(dict.fromkeys(self._reasons(tag)))
        if reasons:
            return Firing(None, reasons)
        [trigger_id] = _ids(tag, "firingTriggerId")
        if trigger_id in _EVERYWHERE:
            return Firing(AT_LOAD)
        try:
            return self._of_trigger(self._triggers.get(trigger_id, {}), *self._named([trigger_id]))
        except NotPlainError as error:
            return Firing(None, (str(error),))

    def _reasons(self, tag: Table) -> Iterator[str]:
        """Yield why `on` and `selector` cannot express when the tag fires, except for its triggers."""
        firing, blocking = (self._named(_ids(tag, key)) for key in ("firingTriggerId", "blockingTriggerId"))
        if len(firing) > 1:
            yield f"the tag has {len(firing)} triggers: {', '.join(firing)}"
        if blocking:
            yield f"the tag has an exception: {', '.join(blocking)}"
        if text(tag, "name") in self._in_sequence:
            yield _IN_SEQUENCE
        if _word(tag, "tagFiringOption") == "onceperload":
            yield "the tag fires once per page"
        if _word(tag.get("consentSettings"), "consentStatus") == "needed":
            yield "the tag waits for consent"
        for key in sorted(key for key in tag.keys() - _OF_TAG if tag[key]):
            yield _WORDS.get(key, f"the tag has the setting {cut(key)}")

    def _named(self, ids: Iterable[str]) -> list[str]:
        return [quoted(text(self._triggers.get(each), "name") or each) for each in ids]

    def _of_trigger(self, trigger: Table, name: str) -> Firing:
        """Return when a trigger fires; raise `NotPlainError` if a definition cannot express that."""
        if not trigger:
            raise NotPlainError(f"the trigger {name} is not in the file")
        what, is_checked = _word(trigger), text(trigger.get("checkValidation"), "value") == "true"
        if what not in {*_PAGE_VIEWS, _CLICK, _LINK, _FORM, _TIMER}:
            raise NotPlainError(f"the trigger {name} has the type {quoted(text(trigger, 'type'))}")
        for key in sorted(key for key in trigger.keys() - _OF_TRIGGER if trigger[key]):
            raise NotPlainError(f"the trigger {name} has the setting {cut(key)}")
        elements = self._elements(trigger, name)
        if what in _PAGE_VIEWS or what == _TIMER:
            elements.must_be_all()
            return Firing(AT_LOAD if what in _PAGE_VIEWS else Trigger(f"after {_seconds(trigger, name)}s"))
        on, act = ("submit", "submission") if what == _FORM else ("click", "click")
        remarks = [_IF_NOT_CANCELED.format(name, act)] if is_checked else []
        if what == _FORM:
            selector = elements.selector("form", base="form")
            remarks += [_ITSELF.format(name, *_FORMS)] if elements.css else []
        elif what == _LINK:
            selector = elements.selector("a[href], area[href]", ending="[href]")
        else:
            selector = elements.selector("html")
            remarks += [] if selector == "html" or _includes_descendants(selector) else [_ITSELF.format(name, *_CLICKS)]
        return Firing(Trigger(on, selector), tuple(remarks))

    def _elements(self, trigger: Table, name: str) -> _Elements:
        conditions = [*tables(trigger, "filter"), *tables(trigger, "autoEventFilter")]
        elements = _Elements(name)
        for at, condition in enumerate(conditions):
            if condition not in conditions[:at]:
                elements.add(condition, self._variables)
        return elements


def _seconds(trigger: Table, name: str) -> str:
    """Return the seconds of a timer. It does not matter whether it repeats: an event counts once."""
    interval = text(trigger.get("interval"), "value")
    found = _SECONDS.fullmatch(interval)
    if found is None:
        raise NotPlainError(f"the trigger {name} has the interval {quoted(interval)}")
    return found[1]


_ELEMENT, _ID, _CLASS, _PAGE = "element", "id", "class", "page"
_BUILT_IN = {
    "Click Element": _ELEMENT,
    "Form Element": _ELEMENT,
    "Click ID": _ID,
    "Form ID": _ID,
    "Click Classes": _CLASS,
    "Form Classes": _CLASS,
    "Page URL": _PAGE,
    "Page Path": _PAGE,
}
"""What built-in variables refer to, by their default names."""

_OF_TYPE = {name.replace(" ", "").lower(): about for name, about in _BUILT_IN.items()}


def _variables(version: object) -> dict[str, str]:
    """Return what variables refer to, by their names in a condition: `{{Click ID}}`."""
    own = {text(variable, "name") for variable in tables(version, "variable")}
    known = {name: about for name, about in _BUILT_IN.items() if name not in own}
    known |= {text(each, "name"): _OF_TYPE.get(_word(each), "") for each in tables(version, "builtInVariable")}
    return {f"{{{{{name}}}}}": about for name, about in known.items()}


_OPERATORS = {"equals": "=", "contains": "*=", "startswith": "^=", "endswith": "$="}
_OF_ALL_PAGES = {("matchregex", ".*"), ("contains", "/")}
"""The usual conditions on the path or URL of a trigger for all pages."""
_ARGUMENTS = {"arg0", "arg1"}
"""The parameters of a plain condition: others negate it, or make it ignore case."""

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_NO_TEXT = re.compile(r"[\n\r\f\0]|\{\{")
_OPEN = re.compile(r"[>+~,\\]\s*$|^\s*$")
_PLAIN_LIST = re.compile(r"[\w\s.#,>+~*-]*")


class _Elements:
    """The elements that match the conditions of the trigger `name`; `css` is the CSS selector in one of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._conditions: list[str] = []
        self._attributes = ""
        self.css = ""

    def add(self, condition: Table, variables: Mapping[str, str]) -> None:
        """Add one more condition; raise `NotPlainError` if it is not about the element."""
        given = parameters(condition)
        variable, operator, operand = given.get("arg0", ""), _word(condition), given.get("arg1", "")
        about = variables.get(variable) if given.keys() == _ARGUMENTS and not _NO_TEXT.search(operand) else None
        if about == _PAGE and (operator, operand) in _OF_ALL_PAGES:
            return
        negation = "not " if given.get("negate") == "true" else ""
        self._conditions.append(f"{cut(variable)} {negation}{cut(text(condition, 'type'))} {quoted(operand)}")
        if about == _ELEMENT and operator == "cssselector" and not (self.css or _OPEN.search(operand)):
            self.css = operand.strip()
        elif about in {_ID, _CLASS} and operator in _OPERATORS and operand:
            self._attributes += _attribute(str(about), _OPERATORS[operator], operand)
        else:
            raise self._error()

    def must_be_all(self) -> None:
        """Raise `NotPlainError` if there is a condition."""
        if self._conditions:
            raise self._error()

    def selector(self, of_all: str, *, base: str = "", ending: str = "") -> str:
        """Return the selector of the elements; `of_all` if there is no condition.

        Without a CSS selector it begins with `base`; each selector of a list gets the `ending`. Raises `NotPlainError`
        if the list is too complex to split.
        """
        if not self._conditions:
            return of_all
        ending = self._attributes + ending
        if ending and "," in self.css and not _PLAIN_LIST.fullmatch(self.css):
            raise self._error()
        return ", ".join(f"{item}{ending}" for item in _items(self.css)) if self.css else f"{base}{ending}"

    def _error(self) -> NotPlainError:
        return NotPlainError(f"the trigger {self._name} has the condition {self._conditions[-1]}")


def _items(selector: str) -> Sequence[str]:
    """Return the selectors of a list; a list that is too complex to split counts as one."""
    return [item.strip() for item in selector.split(",")] if _PLAIN_LIST.fullmatch(selector) else [selector]


def _includes_descendants(selector: str) -> bool:
    """Return whether a list of selectors also matches everything inside its elements: `.buy, .buy *`."""
    items = _items(selector)
    return all(item.endswith(" *") or f"{item} *" in items for item in items)


def _attribute(name: str, operator: str, operand: str) -> str:
    if name == _ID and operator == "=" and _NAME.fullmatch(operand):
        return f"#{operand}"
    escaped = operand.replace("\\", r"\\").replace('"', r"\"")
    return f'[{name}{operator}"{escaped}"]'
