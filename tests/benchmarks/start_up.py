"""Compare the start of our commands with a bare Python and with the commands of site generators."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.documents import as_toml
from tests.engines.prepared import cache

_EVENTS = 3
_LIMITS = {"--version": 1.5, "--help": 6.0, "build": 9.0}


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare three of our commands, each in its own process."""
    programs = Path(sys.executable).parent
    peers: dict[str, list[str | Path]] = {
        "mkdocs --version": [programs / "mkdocs", "--version"],
        "sphinx-build --version": [programs / "sphinx-build", "--version"],
    }
    if eleventy := next(cache().glob("node-*/node_modules/.bin/eleventy"), None):
        peers["eleventy --version"] = [eleventy, "--version"]
    else:
        print("Eleventy isn't installed: bash .ci/engines installs it", file=sys.stderr)
    with TemporaryDirectory() as folder:
        definitions = Path(folder, "events.toml")
        definitions.write_text(as_toml(_EVENTS), "utf-8")
        options: dict[str, list[str | Path]] = {"build": ["build", definitions, "-o", Path(folder, "site")]}
        for command, limit in _LIMITS.items():
            all_peers = {
                "python -c pass": Peer(_run([sys.executable, "-c", "pass"]), limit),
                **{name: Peer(_run(arguments), 1.0) for name, arguments in peers.items()},
            }
            ours = _run([programs / "rtpsnippets", *options.get(command, [command])])
            yield from contest(f"rtpsnippets {command}", ours, all_peers, rounds)


def _run(arguments: Sequence[str | Path]) -> Run:
    return Run(partial(subprocess.run, arguments, check=True, stdout=subprocess.DEVNULL))
