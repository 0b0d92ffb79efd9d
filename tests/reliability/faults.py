"""Make the n-th system call of a build fail, as with a full disk, a lost permission or a signal.

>>> with counted() as calls, suppress(FileNotFoundError):
...     io.open("no/such/file")
>>> calls
['open']
"""

from __future__ import annotations

import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import TracebackType
from typing import Any, Self
from unittest.mock import patch

_OS_CALLS = ("replace", "unlink", "chmod", "stat", "lstat", "mkdir", "scandir", "link", "fsync")
"""The functions of `os` that `pathlib` and the package call by these names."""


class Faults:
    """Counts the calls by kind; the one with the number `at` raises `error`, but still takes effect if `late`.

    A late failure is like a network file system that loses the answer, or a signal at the end of a call.
    """

    def __init__(self, at: int | None = None, error: BaseException | None = None, *, late: bool = False) -> None:
        self.calls: list[str] = []
        self._at = at
        self._error = error
        self._late = late

    def call(self, kind: str, real: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call `real`, or fail."""
        fails = len(self.calls) == self._at
        self.calls.append(kind)
        if not fails or self._error is None:
            return real(*arguments, **named)
        if self._late:
            with suppress(OSError):
                done = real(*arguments, **named)
                if hasattr(done, "close"):
                    done.close()
        if isinstance(self._error, OSError) and arguments and isinstance(arguments[0], str | os.PathLike):
            self._error.filename = os.fspath(arguments[0])
        raise self._error

    def os_call(self, kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """A function that calls `real` through `call`."""
        return lambda *arguments, **named: self.call(kind, real, *arguments, **named)


class _File:
    """An open file whose calls are counted too. If `write` fails, half is written; if `close` fails, it is closed."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file = file
        self._faults = faults

    def read(self) -> Any:
        return self._faults.call("read", self._file.read)

    def write(self, content: bytes) -> Any:
        try:
            return self._faults.call("write", self._file.write, content)
        except BaseException:
            self._file.write(content[: len(content) // 2])
            raise

    def flush(self) -> None:
        self._faults.call("flush", self._file.flush)

    def fileno(self) -> int:
        return int(self._file.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()
        self._faults.call("close", lambda: None)


@contextmanager
def injected(faults: Faults) -> Iterator[None]:
    """Route every system call of the body through `faults`; writes are not synced."""
    real_open, real_os_open, real_close = io.open, os.open, os.close

    def opened(*arguments: Any, **named: Any) -> Any:
        return _File(faults.call("open", real_open, *arguments, **named), faults)

    def closed(descriptor: int) -> None:
        real_close(descriptor)
        faults.call("os.close", lambda: None)

    with ExitStack() as patches:
        patches.enter_context(patch.object(os, "fsync", lambda _descriptor: None))  # slow, and not tested here
        for name in _OS_CALLS:
            patches.enter_context(patch.object(os, name, faults.os_call(name, getattr(os, name))))
        patches.enter_context(patch.object(os, "open", faults.os_call("os.open", real_os_open)))
        patches.enter_context(patch.object(os, "close", closed))
        patches.enter_context(patch.object(io, "open", opened))
        patches.enter_context(patch.object(fcntl, "flock", faults.os_call("flock", fcntl.flock)))
        yield


@contextmanager
def counted() -> Iterator[list[str]]:
    """Count the calls of the body by kind; none fails."""
    faults = Faults()
    with injected(faults):
        yield faults.calls
