"""Lock an output folder, so that only one build at a time writes into it.

The lock is a system lock on the folder itself: it needs no file, and the system releases it when the process ends,
however that happens.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from rtpsnippets.display import printable
from rtpsnippets.errors import FileAccessError, cannot

_CAN_LOCK = find_spec("fcntl") is not None  # Windows can't lock a folder

PATIENCE = 5.0
"""How many seconds a build waits for another one."""

_PAUSE = 0.05


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Hold the lock of `folder`, which must exist, while the body runs; yield whether it is held.

    It is always held, except on Windows, where nothing is locked. Raises `FileAccessError` if another build still
    holds it after `patience` seconds, if the system refuses it, or if the folder was replaced in the meantime.
    """
    if not _CAN_LOCK:
        yield False
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise cannot("lock", folder, error) from None
    try:
        _take(descriptor, folder, time.monotonic() + patience)
        yield True
    finally:
        with suppress(OSError):  # the files are already written
            os.close(descriptor)


def _take(descriptor: int, folder: Path, deadline: float) -> None:
    from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 (not on Windows)

    while True:
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), folder.stat()):
                return
            raise FileAccessError(printable(f"cannot lock {folder}: another program has just replaced it"))
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise FileAccessError(printable(f"another build is writing to {folder}/")) from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise cannot("lock", folder, error) from None
