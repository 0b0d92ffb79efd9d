"""When a tag of a Google Tag Manager container fires, as `on` and `selector` say it; or why they can't.

The names are those of Google's "Tag Manager API v2" (Tags, Triggers). An export writes `LINK_CLICK` where the API has
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
    """When a tag fires: None if no definition says the same; `remarks` say why, or what isn't quite the same."""

    trigger: Trigger | None
    remarks: tuple[str, ...] = ()


class NotPlainError(Exception):
    """No `on` and `selector` say when a trigger fires; the text says why."""


def tables(data: object, key: str) -> list[Table]:
    """The objects in the list that `data` has for `key`; none if there is no such list."""
    listed = data.get(key) if isinstance(data, dict) else None
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def text(data: object, key: str) -> str:
    """The string that `data` has for `key`; empty if there is none."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def parameters(data: Table) -> dict[str, str]:
    """The parameters of a tag or a condition that are a text."""
    return {text(each, "key"): text(each, "value") for each in tables(data, "parameter")}


def _ids(tag: Table, key: str) -> list[str]:
    listed = tag.get(key)
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _word(data: object, key: str = "type") -> str:
    """A word of Google's, written in one way: that of an export and that of the API differ."""
    return text(data, key).replace("_", "").lower()


_EVERYWHERE = frozenset(("2147479553", "2147479572", "2147479573"))
"""The built-in triggers, which no export lists: All Pages, Consent Initialization, Initialization."""

_PAGE_VIEWS = frozenset(("pageview", "domready", "windowloaded", "init", "consentinit"))
_CLICK, _LINK, _FORM, _TIMER = "click", "linkclick", "formsubmission", "timer"
_SECONDS = re.compile(r"([1-9][0-9]{0,4})000")

_ABOUT_ITSELF = frozenset(
    (
        *("accountId", "containerId", "workspaceId", "fingerprint", "parentFolderId", "path", "tagManagerUrl", "notes"),
        *("name", "type"),
    )
)
_OF_TRIGGER = _ABOUT_ITSELF | {
    *("triggerId", "uniqueTriggerId", "eventName", "interval", "limit", "filter", "autoEventFilter"),
    *("checkValidation", "waitForTags", "waitForTagsTimeout"),
}
_OF_TAG = _ABOUT_ITSELF | {
    *("tagId", "parameter", "firingTriggerId", "blockingTriggerId", "tagFiringOption", "consentSettings", "paused"),
    *("priority", "liveOnly", "monitoringMetadata", "monitoringMetadataTagNameKey"),
}
"""What is understood, or says nothing of when a tag fires: anything else may."""

_SEQUENCES = ("setupTag", "teardownTag")
_IN_SEQUENCE, _SCHEDULED = "the tag is in a sequence with others", "the tag has a schedule"
_WORDS = {
    **dict.fromkeys(_SEQUENCES, _IN_SEQUENCE),
    **dict.fromkeys(("scheduleStartMs", "scheduleEndMs"), _SCHEDULED),
}

_IF_NOT_CANCELLED = "by the trigger {} it is sent only if no script cancels the {}; rtp-events.js sends it anyway"
_ITSELF = "by the trigger {} it is sent for {}; rtp-events.js also sends it for {}"
_CLICKS = ("a click on the element itself", "one on something inside it")
_FORMS = ("a form that matches", "a form inside an element that matches")


class Triggers:
    """The triggers of a container; `version` is its `containerVersion`."""

    def __init__(self, version: object) -> None:
        self._triggers = {text(trigger, "triggerId"): trigger for trigger in tables(version, "trigger")}
        self._variables = _variables(version)
        in_sequence = (each for tag in tables(version, "tag") for key in _SEQUENCES for each in tables(tag, key))
        self._in_sequence = {text(each, "tagName") for each in in_sequence}

    def refusal(self, tag: Table) -> str:
        """Return why the tag never fires; empty if it may."""
        if tag.get("paused"):
            return "is paused in Google Tag Manager: nothing of it runs"
        if not _ids(tag, "firingTriggerId") and text(tag, "name") not in self._in_sequence:
            return "has no trigger in Google Tag Manager: nothing of it runs"
        return ""

    def firing(self, tag: Table) -> Firing:
        """Return when the tag fires, which has no refusal."""
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
        """What of the tag itself no `on` and `selector` say."""
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
            yield _WORDS.get(key, f"the tag has {cut(key)}")

    def _named(self, ids: Iterable[str]) -> list[str]:
        return [quoted(text(self._triggers.get(each), "name") or each) for each in ids]

    def _of_trigger(self, trigger: Table, name: str) -> Firing:
        """When a trigger fires; raise `NotPlainError` if no definition says the same."""
        if not trigger:
            raise NotPlainError(f"the trigger {name} is not in the file")
        what, is_checked = _word(trigger), text(trigger.get("checkValidation"), "value") == "true"
        if what not in {*_PAGE_VIEWS, _CLICK, _LINK, _FORM, _TIMER}:
            raise NotPlainError(f"the trigger {name} has the type {quoted(text(trigger, 'type'))}")
        for key in sorted(key for key in trigger.keys() - _OF_TRIGGER if trigger[key]):
            raise NotPlainError(f"the trigger {name} has {cut(key)}")
        elements = self._elements(trigger, name)
        if what in _PAGE_VIEWS or what == _TIMER:
            elements.must_be_all()
            return Firing(AT_LOAD if what in _PAGE_VIEWS else Trigger(f"after {_seconds(trigger, name)}s"))
        on, act = ("submit", "submission") if what == _FORM else ("click", "click")
        remarks = [_IF_NOT_CANCELLED.format(name, act)] if is_checked else []
        if what == _FORM:
            selector = elements.selector("form", base="form")
            remarks += [_ITSELF.format(name, *_FORMS)] if elements.css else []
        elif what == _LINK:
            selector = elements.selector("a[href], area[href]", ending="[href]")
        else:
            selector = elements.selector("html")
            remarks += [] if selector == "html" or _has_what_is_inside(selector) else [_ITSELF.format(name, *_CLICKS)]
        return Firing(Trigger(on, selector), tuple(remarks))

    def _elements(self, trigger: Table, name: str) -> _Elements:
        conditions = [*tables(trigger, "filter"), *tables(trigger, "autoEventFilter")]
        elements = _Elements(name)
        for at, condition in enumerate(conditions):
            if condition not in conditions[:at]:
                elements.add(condition, self._variables)
        return elements


def _seconds(trigger: Table, name: str) -> str:
    """The seconds of a timer. Whether it fires again is all the same: an event counts once."""
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
"""What built-in variables are about, by the names that they have unless a container calls them otherwise."""

_OF_TYPE = {name.replace(" ", "").lower(): about for name, about in _BUILT_IN.items()}


def _variables(version: object) -> dict[str, str]:
    """What variables are about, by how a condition names them: `{{Click ID}}`."""
    own = {text(variable, "name") for variable in tables(version, "variable")}
    known = {name: about for name, about in _BUILT_IN.items() if name not in own}
    known |= {text(each, "name"): _OF_TYPE.get(_word(each), "") for each in tables(version, "builtInVariable")}
    return {f"{{{{{name}}}}}": about for name, about in known.items()}


_OPERATORS = {"equals": "=", "contains": "*=", "startswith": "^=", "endswith": "$="}
_OF_ALL_PAGES = {("matchregex", ".*"), ("contains", "/")}
"""The usual conditions of a trigger for all pages, about their path or address."""
_ARGUMENTS = {"arg0", "arg1"}
"""The parameters of a plain condition: others negate it, or let it ignore the case."""

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_NO_TEXT = re.compile(r"[\n\r\f\0]|\{\{")
_OPEN = re.compile(r"[>+~,\\]\s*$|^\s*$")
_PLAIN_LIST = re.compile(r"[\w\s.#,>+~*-]*")


class _Elements:
    """The elements that the conditions of the trigger `name` are about; `css` is the selector of one of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._conditions: list[str] = []
        self._attributes = ""
        self.css = ""

    def add(self, condition: Table, variables: Mapping[str, str]) -> None:
        """Take in one more condition; raise `NotPlainError` if it isn't about the element."""
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
        """The selector of the elements; `of_all` if there is no condition.

        Without a CSS selector it begins with `base`; each selector of a list gets the `ending`. Raises `NotPlainError`
        where that isn't plain.
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
    """The selectors of a list; one that isn't plain counts as one."""
    return [item.strip() for item in selector.split(",")] if _PLAIN_LIST.fullmatch(selector) else [selector]


def _has_what_is_inside(selector: str) -> bool:
    """Whether a list has all that is in its elements, too: `.buy, .buy *`."""
    items = _items(selector)
    return all(item.endswith(" *") or f"{item} *" in items for item in items)


def _attribute(name: str, operator: str, operand: str) -> str:
    if name == _ID and operator == "=" and _NAME.fullmatch(operand):
        return f"#{operand}"
    escaped = operand.replace("\\", r"\\").replace('"', r"\"")
    return f'[{name}{operator}"{escaped}"]'
