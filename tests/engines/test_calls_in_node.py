"""Compare the reader of calls with Node: what is read is what is sent, and a mistake is what Node rejects."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.javascript.syntax import Syntax
from rtpsnippets.site.javascript.syntax_errors import first_mistake
from tests.engines.programs import NODE, find_program
from tests.site.javascript.known import MANY, ONE
from tests.site.javascript.samples import BROKEN, SOUND

_SCRIPT = Path(__file__).parent / "calls.mjs"


def test_read_script__what_is_read_is_what_node_sends(tmp_path: Path) -> None:
    codes = [*ONE, *(code for code, _ in MANY)]
    sent = _answers(tmp_path, codes, "sent")
    assert [(code, _read(code)) for code in codes] == list(zip(codes, sent, strict=True))


@pytest.mark.parametrize(("codes", "is_sound"), [(SOUND, True), (BROKEN, False)], ids=["sound", "broken"])
def test_first_mistake__is_where_node_rejects(tmp_path: Path, codes: tuple[str, ...], *, is_sound: bool) -> None:
    answers = _answers(tmp_path, codes, "errors")
    assert [code for code, answer in zip(codes, answers, strict=True) if (answer == "") is not is_sound] == []
    assert [code for code in codes if (first_mistake(Syntax(code, Deadline(60))) is None) is not is_sound] == []


def _read(code: str) -> list[object]:
    values = [call.value for call in read_script(code, Deadline(60)).calls]
    return [list(value) if isinstance(value, tuple) else value for value in values]


def _answers(folder: Path, codes: list[str] | tuple[str, ...], question: str) -> list[object]:
    file = folder / "codes.json"
    file.write_text(json.dumps(codes), "ascii")
    command = [find_program(*NODE), "--experimental-vm-modules", "--no-warnings", str(_SCRIPT), str(file), question]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[object] = json.loads(done.stdout)
    return answers
