"""Read files in worker processes to use all cores: each gets a few files at a time over a pipe.

>>> max_jobs() >= 1
True
>>> from rtpsnippets.progress import untracked
>>> list(read_all([], untracked, "reading", max_bytes=1_000, seconds=1))
[]
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from rtpsnippets.progress import Track
from rtpsnippets.signals import STOPPING, held_back
from rtpsnippets.site.site_file import SiteFile, read_site_file

_FILES = 16
"""The number of files per request: enough to make the overhead small, few enough to keep a request short."""

_AHEAD = 4
"""The maximum number of requests per worker that are in progress or finished early: memory use stays constant."""

_DIED = "was not read: the process that was reading it ended, perhaps because it ran out of memory"

_Files = list[SiteFile]
_Limits = tuple[int, float, bool, Collection[str]]
"""The other arguments of `read_site_file`."""


def max_jobs() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work(requests: Connection, *limits: Any) -> None:  # noqa: ANN401 (the other arguments of `read_site_file`)
    """Read the requested files until the pipe is closed: the main function of a worker.

    Ctrl-C reaches all processes of a terminal, so workers ignore it; the parent ends them.
    """
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):  # they were blocked while the process started
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    with suppress(EOFError, OSError):  # the parent has ended
        while True:
            requests.send([read_site_file(path, *limits) for path in requests.recv()])


class _Worker:
    """A process that reads files. Raises `OSError` if the system cannot start one."""

    def __init__(self, limits: _Limits) -> None:
        # A forked process would inherit the pipes of the others, and the locks of our threads.
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, *limits))
        try:
            if hasattr(signal, "pthread_sigmask"):  # otherwise `start` does this, which unblocks the signals
                resource_tracker.ensure_running()
            with held_back():
                self._process.start()
        except BaseException:
            self.end()
            raise
        finally:
            theirs.close()

    def ask(self, paths: Sequence[str]) -> None:
        """Request the files at `paths`."""
        with suppress(OSError):  # the worker has ended: `answer` returns None
            self.pipe.send(paths)

    def answer(self) -> _Files | None:
        """Return the requested files; None if the worker has ended."""
        try:
            files: _Files = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return files

    def end(self) -> None:
        """End the process immediately."""
        self.pipe.close()
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()


class Workers:
    """A pool of workers; `end` must be called, also after an error or a signal."""

    def __init__(self, jobs: int, limits: _Limits) -> None:
        self._jobs = jobs
        self._limits = limits
        self._all: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._asked: dict[Any, tuple[_Worker, int, Sequence[str]]] = {}
        self._done: dict[int, _Files] = {}

    def read(self, paths: Sequence[str]) -> Iterator[SiteFile]:
        """Yield the files at `paths`, in order."""
        parts = [paths[at : at + _FILES] for at in range(0, len(paths), _FILES)]
        waiting = deque(enumerate(parts))
        for part in range(len(parts)):
            while part not in self._done:
                while waiting and waiting[0][0] < part + _AHEAD * self._jobs and len(self._asked) < self._jobs:
                    self._ask(*waiting.popleft())
                self._take_answers()
            yield from self._done.pop(part)

    def _ask(self, part: int, paths: Sequence[str]) -> None:
        """Request the files at `paths` from a worker; read them here if none can be started."""
        try:
            worker = self._free()
        except OSError:
            self._done[part] = [read_site_file(path, *self._limits) for path in paths]
        else:
            worker.ask(paths)
            self._asked[worker.pipe] = (worker, part, paths)

    def _take_answers(self) -> None:
        """Wait for answers, if any are expected, and store them."""
        for pipe in wait(list(self._asked)) if self._asked else ():
            worker, part, paths = self._asked.pop(pipe)
            files = self._answer(worker)
            self._done[part] = [self._read_alone(path) for path in paths] if files is None else files

    def _read_alone(self, path: str) -> SiteFile:
        """Read one file of a failed request in a worker of its own, which may also end."""
        try:
            worker = self._free()
        except OSError:
            return SiteFile(path, refusal=_DIED)
        worker.ask([path])
        files = self._answer(worker)
        return SiteFile(path, refusal=_DIED) if files is None else files[0]

    def _free(self) -> _Worker:
        """Return an idle worker or a new one; raise `OSError` if none can be started."""
        if not self._idle:
            worker = _Worker(self._limits)
            self._all.append(worker)
            return worker
        return self._idle.pop()

    def _answer(self, worker: _Worker) -> _Files | None:
        """Return the answer of `worker` and make it idle; None if it has ended."""
        files = worker.answer()
        if files is not None:
            self._idle.append(worker)
        return files

    def end(self) -> None:
        """End all processes immediately."""
        for worker in self._all:
            worker.end()


FEW = 200
"""Reading this number of files takes no longer than starting processes."""


def read_all(  # noqa: PLR0913 (each is a limit or a choice of the command line)
    paths: Sequence[str],
    track: Track,
    label: str,
    *,
    max_bytes: int,
    seconds: float,
    jobs: int = 1,
    is_built: bool = False,
    selectors: Collection[str] = (),
) -> Generator[SiteFile]:
    """Yield the contents of each file at `paths`; the other arguments are as for `read_site_file`.

    `jobs` is the number of worker processes; a small number of files is read in this process. Always close the
    generator (`contextlib.closing`): that ends the processes. Memory use does not grow with the number of files.
    """
    with _reading(paths, jobs, (max_bytes, seconds, is_built, selectors)) as files:
        for _, file in zip(track(paths, label), files, strict=True):
            yield file


@contextmanager
def _reading(paths: Sequence[str], jobs: int, limits: _Limits) -> Iterator[Iterator[SiteFile]]:
    if jobs == 1 or len(paths) <= FEW:
        yield (read_site_file(path, *limits) for path in paths)
        return
    workers = Workers(jobs, limits)
    try:
        yield workers.read(paths)
    finally:
        workers.end()
