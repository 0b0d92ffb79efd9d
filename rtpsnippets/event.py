r"""An event: its id, what it sends, and the button that sends it.

An `Event` that exists can be sent: making one raises with all of its problems.

>>> event = Event("interests", ["Pricing", "Security", "APIs", "Case studies", "Webinars"])
>>> print(*event.calls, sep="\n")
rtp('send', 'event', { value: ['Pricing', 'Security', 'APIs', 'Case studies'] });
rtp('send', 'event', { value: ['Webinars'] });
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rtpsnippets.button import HIDDEN_NAME, Button
from rtpsnippets.errors import Problem, ProblemsError, first, quoted, under
from rtpsnippets.javascript import VALUES_PER_CALL, call
from rtpsnippets.text import any_text, plain, value_text, wrong_type

ID_LENGTH = 64
"""How long an id may be: it is a file name, with a suffix."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_WINDOWS_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


@dataclass(frozen=True, slots=True)
class Event:
    """One custom data event of Web Personalization.

    `id` is lower-case ASCII letters and digits with inner `-` and `_`, at most 64, and neither `rtp`
    nor a name that Windows reserves: it is a file name and the button's HTML id. `value` is what the
    event sends: a string, or a sequence of any number of strings, none of them empty; it may hold any
    character but a lone surrogate. `button` is the button that sends it, `description` a note on what
    the event is for. Raises `ProblemsError` with every problem.

    >>> Event("my-event", "MyEvent", button=Button("Go")).calls
    ("rtp('send', 'event', { value: 'MyEvent' });",)
    """

    id: str
    value: str | Sequence[str]
    button: Button | None = None
    description: str = ""

    def __post_init__(self) -> None:
        problems = [
            *id_problems(self.id),
            *under(("value",), _value_problems(self.value)),
            *under(("button",), _button_problems(self.button)),
            *under(("description",), any_text(self.description)),
        ]
        if problems:
            raise ProblemsError(problems)
        for name in ("id", "value", "description"):
            object.__setattr__(self, name, _frozen(getattr(self, name)))

    @property
    def values(self) -> tuple[str, ...]:
        """The strings that the event sends, in order."""
        return (self.value,) if isinstance(self.value, str) else tuple(self.value)

    @property
    def calls(self) -> tuple[str, ...]:
        """The statements that send the event: one for every four values, in order (the API takes no more)."""
        if isinstance(self.value, str):
            return (call(self.value),)
        starts = range(0, len(self.value), VALUES_PER_CALL)
        return tuple(call(self.value[start : start + VALUES_PER_CALL]) for start in starts)

    @property
    def warnings(self) -> list[Problem]:
        """What is odd but can be sent: a value that stands in the event more than once."""
        return first(
            Problem(f"has the value {quoted(value)} {times} times", "it counts once per visitor session", ("value",))
            for value, times in Counter(self.values).items()
            if times > 1
        )


def id_problems(value: object) -> list[Problem]:
    """The problems of an event's id, with a better one to take."""
    if not isinstance(value, str):
        return under(("id",), [wrong_type("a string", value)])
    if value == HIDDEN_NAME or _WINDOWS_RESERVED.fullmatch(value):
        reason = "inside a form it would hide the function rtp" if value == HIDDEN_NAME else "Windows reserves it"
        return [Problem(f'the id may not be "{value}"', f'{reason}; take "{value}-event"')]
    if _ID.fullmatch(value) and len(value) <= ID_LENGTH:
        return []
    rule = f"an id is lower-case letters a-z and digits, with - and _ between them, at most {ID_LENGTH} characters"
    better = slug(value)
    return [Problem(f"bad id {quoted(value)}", f'{rule}; take "{better}"' if better else rule)]


def slug(text: str) -> str:
    """The nearest good id to `text`; empty where there is none.

    >>> slug("Téléchargement: Livre blanc!"), slug("日本")
    ('telechargement-livre-blanc', '')
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9_]+", "-", ascii_text)
    good = words.strip("-_")[:ID_LENGTH].strip("-_")
    return good if not good or not id_problems(good) else f"{good}-event"


def _value_problems(value: object) -> list[Problem]:
    if isinstance(value, str):
        return value_text(value)
    if not isinstance(value, Sequence) or isinstance(value, (bytes, bytearray, memoryview)):
        return [wrong_type("a string or a list of strings", value)]
    if not value:
        return [Problem("is an empty list", "write at least one value")]
    return first(problem for at, text in enumerate(value) for problem in under((at,), value_text(text)))


def _button_problems(button: object) -> list[Problem]:
    return [] if button is None or isinstance(button, Button) else [wrong_type("a Button", button)]


def _frozen(value: str | Sequence[str]) -> object:
    return plain(value) if isinstance(value, str) else tuple(map(plain, value))
