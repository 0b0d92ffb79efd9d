"""Compare building one file with all buttons with the least that reading the definitions takes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets.definitions.load import load
from rtpsnippets.snippets.render import render_each
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.documents import as_json, as_toml, button_by_f_string

_EVENTS = 10_000


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare building the file from JSON and from TOML."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        as_one, by_hand = folder / "buttons.html", folder / "by-hand.html"
        in_json, in_toml = folder / "events.json", folder / "events.toml"
        in_json.write_text(as_json(_EVENTS), "utf-8")
        in_toml.write_text(as_toml(_EVENTS), "utf-8")
        _ours(in_json, as_one)
        _by_hand(in_json, by_hand)
        if as_one.read_bytes() != by_hand.read_bytes():
            raise AssertionError("the f-strings and the template give different bytes")
        peer = Peer(Run(partial(_by_hand, in_json, by_hand), things=_EVENTS), 3.0)
        ours = Run(partial(_ours, in_json, as_one), things=_EVENTS)
        by_hand_name = "json.loads, f-strings, write"
        yield from contest(f"{_EVENTS:,} events, JSON -> one file", ours, {by_hand_name: peer}, rounds)
        peer = Peer(Run(partial(_parse_toml, in_toml), things=_EVENTS), 1.5)
        ours = Run(partial(_ours, in_toml, as_one), things=_EVENTS)
        yield from contest(f"{_EVENTS:,} events, TOML -> one file", ours, {"tomllib.loads alone": peer}, rounds)


def _ours(definitions: Path, output: Path) -> None:
    events = list(load(definitions).values())
    output.write_text("\n".join(render_each(events, "button")), "utf-8")


def _by_hand(definitions: Path, output: Path) -> None:
    events = json.loads(definitions.read_text("utf-8"))["events"]
    buttons = [button_by_f_string(event_id, event["value"], event["button"]) for event_id, event in events.items()]
    output.write_text("\n".join(buttons), "utf-8")


def _parse_toml(definitions: Path) -> None:
    tomllib.loads(definitions.read_text("utf-8"))
