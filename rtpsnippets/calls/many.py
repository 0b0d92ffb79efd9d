"""Read many files of a site, in their order, in as many processes as help.

>>> from rtpsnippets.track import untracked
>>> list(read_all([], untracked, "reading", max_bytes=1_000, seconds=1))
[]
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from rtpsnippets.calls.site_file import SiteFile, read_site_file
from rtpsnippets.calls.workers import Workers
from rtpsnippets.track import Track

FEW = 200
"""Up to how many files are read faster than a process begins."""


def read_all(  # noqa: PLR0913 (each is a limit or a choice of the command line)
    paths: Sequence[str], track: Track, label: str, *, max_bytes: int, seconds: float, jobs: int = 1
) -> Generator[SiteFile]:
    """Yield what is found in each of the files at `paths`; `max_bytes` and `seconds` are as for `read_site_file`.

    `jobs` is how many processes may read at a time; of few files all are read in this one. Close the generator, also
    after an error or a signal (`contextlib.closing`): so the processes end. Memory doesn't grow with the files.
    """
    with _reading(paths, max_bytes, seconds, jobs) as files:
        for _, file in zip(track(paths, label), files, strict=True):
            yield file


@contextmanager
def _reading(paths: Sequence[str], max_bytes: int, seconds: float, jobs: int) -> Iterator[Iterator[SiteFile]]:
    if jobs == 1 or len(paths) <= FEW:
        yield (read_site_file(path, max_bytes, seconds) for path in paths)
        return
    workers = Workers(jobs, max_bytes, seconds)
    try:
        yield workers.read(paths)
    finally:
        workers.end()
