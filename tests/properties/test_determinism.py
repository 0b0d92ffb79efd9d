"""The same definitions give the same bytes on every machine, in every locale, from every format and folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from rtpsnippets.output.manifest import MANIFEST_FILE
from rtpsnippets.snippets.bundle import JSON_FILE
from rtpsnippets.snippets.formats import BINDING_FILE, FORMATS
from tests.hostile import TEXTS, address_form, class_form, data_form
from tests.properties.strategies import Model
from tests.properties.writers import toml

IDS = ["z", "i-i", "10", "9", "a_b", "a-b", "ab", "no", "x" * 64]  # not sorted in any order
BACKSLASH_AND_QUOTE = "\\'"
EACH = len(TEXTS) // len(IDS) + 1


def hostile_model() -> Model:
    """All hostile texts as values, labels and attributes of a few events, and as values of some with a script."""
    tables: dict[str, dict[str, object]] = {}
    for number, event_id in enumerate(IDS):
        texts = TEXTS[number * EACH : (number + 1) * EACH]
        labels = [data_form(text) for text in texts[::9]]
        attributes = {f"data-{name}": label for name, label in zip("zyxwvutsrqponmlkjihgfedcba", labels, strict=False)}
        values = [text for text in texts if text]
        tables[f"s{event_id}"[:64]] = {"value": [*values], "on": "load"}  # YAML would write the same list only once
        tables[event_id] = {
            "value": values,
            "button": {
                "label": labels[0],
                "title": labels[-1],
                **attributes,
                "class": class_form(labels[1]),
                "disabled": True,
            },
            "description": labels[2],
            "link": {"label": labels[1], "href": f"#{address_form(labels[2])}", "title": labels[3], "target": "_blank"},
            "carrier": "data" if number % 2 else "inline",
            "selector": f"[title='{labels[4].translate(dict.fromkeys(map(ord, BACKSLASH_AND_QUOTE)))}']",
            "on": f"after {number + 1}s" if number % 2 else "click",
        }
    return {"events": tables, "defaults": {"guard": True, "refresh": True, "class": class_form(labels[5])}}


def written(input_format: str) -> str:
    model = hostile_model()
    if input_format == "toml":
        return toml(model, layout="headers", is_ascii=False)
    if input_format == "json":
        return json.dumps(model, ensure_ascii=False)
    text: str = yaml.safe_dump(model, sort_keys=False)  # PyYAML loses U+0085 when it writes unescaped Unicode
    return text


def built(folder: Path, input_format: str, environment: Mapping[str, str], *options: str) -> dict[str, bytes]:
    """The files of a build by a new Python process in that environment, with their bytes."""
    definitions = folder / f"events.{input_format}"
    definitions.write_text(written(input_format), "utf-8")
    output, elsewhere = folder / "site", folder / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, *options, "-m", "rtpsnippets", "build", str(definitions), "--output", str(output)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "TZ"))}
    subprocess.run(command, cwd=elsewhere, env={**clean, **environment}, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in output.iterdir()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a build in the plainest environment."""
    files = built(tmp_path_factory.mktemp("plain"), "json", {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"})
    of_both = ("js", *FORMATS)  # without a script, and with only a script
    assert len(files) == len({MANIFEST_FILE, JSON_FILE, BINDING_FILE}) + len(of_both) * len(IDS)
    return files


@pytest.mark.parametrize(
    ("input_format", "environment", "options"),
    [
        ("toml", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, ()),
        ("yaml", {"PYTHONHASHSEED": "2", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ()),
        # If the locale isn't installed, Python falls back to C.
        ("json", {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, ()),
        ("json", {"PYTHONHASHSEED": "4", "LC_ALL": "ja_JP.SJIS", "PYTHONUTF8": "0"}, ()),
        ("json", {"PYTHONHASHSEED": "random", "PYTHONUTF8": "1", "TZ": "America/St_Johns"}, ("-I",)),
        ("json", {"PYTHONHASHSEED": "4294967295", "PYTHONIOENCODING": "ascii:strict"}, ("-OO",)),
    ],
    ids=["C", "POSIX", "Turkish", "Japanese", "isolated", "optimized"],
)
def test_build__gives_the_same_bytes_in_every_environment(
    input_format: str, environment: dict[str, str], options: tuple[str, ...], tmp_path: Path, expected: dict[str, bytes]
) -> None:
    assert built(tmp_path, input_format, environment, *options) == expected
