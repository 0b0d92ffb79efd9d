"""Call a function that may crash, hang or take much memory, each time in its own process.

The process is a fork of one that has imported the function: starting Python for each call would take longer than most
calls. As a program, with `MODULE:FUNCTION` as its argument, it reads lines of JSON, each with the timeout and arguments
of a call, and prints a line for each: what the call returned, or how the process ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.clean_environment import CHECKOUT

PROGRAM = (sys.executable, "-m", "tests.reliability.apart")


class Ended(NamedTuple):
    """What a call has returned, or how its process ended (`failure`)."""

    returned: Any
    failure: str = ""


Apart = Callable[..., Ended]
"""Calls the function with the arguments, which must be JSON; the first one is the timeout in seconds."""


@contextmanager
def apart(
    function: str,
    program: Sequence[str] = PROGRAM,
    folder: Path = CHECKOUT,
    variables: Mapping[str, str] | None = None,
) -> Iterator[Apart]:
    """Yield a way to call the function `MODULE:FUNCTION` until the block ends."""
    with subprocess.Popen(
        [*program, function],
        cwd=folder,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        given, answers = process.stdin, process.stdout

        def call(seconds: float, *arguments: object) -> Ended:
            given.write(f"{json.dumps([seconds, arguments])}\n")
            return Ended(*json.loads(answers.readline()))

        yield call
        given.close()


def _called(function: Callable[..., object], seconds: float, arguments: Sequence[object]) -> Ended:
    """Call the function in a fork of this process."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _answer(writing, function, seconds, arguments)
    os.close(writing)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if code == -signal.SIGALRM:
        return Ended(None, f"took more than {seconds:g} s")
    if code < 0:
        return Ended(None, f"ended with {signal.Signals(-code).name}")
    return Ended(json.loads(answer)) if code == 0 else Ended(None, answer)


def _answer(writing: int, function: Callable[..., object], seconds: float, arguments: Sequence[object]) -> None:
    """Write what the function returns, or the traceback of what it raises, and end this process."""
    code = 1
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)  # the signal is not handled, so the system ends the process
        answer = json.dumps(function(*arguments))
        code = 0
    except BaseException:  # noqa: BLE001 (no matter what it is, the copy must not go on)
        answer = traceback.format_exc()
    with os.fdopen(writing, "w") as stream:
        stream.write(answer)
    os._exit(code)


def main(name: str) -> None:
    """Answer each line from standard input."""
    module, _, function = name.partition(":")
    called = getattr(import_module(module), function)
    for line in sys.stdin:
        print(json.dumps(_called(called, *json.loads(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
