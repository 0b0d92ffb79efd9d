"""Workers to which something happens: what stands in the place of the real one while a test runs.

The name of a file says what happens over it: `deadly` ends the process, `slow` takes for ever.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from rtpsnippets.site.site_file import read_site_file


def work(requests: Connection, *limits: Any) -> None:
    with suppress(EOFError, OSError):
        while True:
            paths = requests.recv()
            for path in paths:
                if "deadly" in path:
                    os._exit(1)
                if "slow" in path:
                    Path(f"{path}.{os.getpid()}.pid").touch()
                    time.sleep(600)
            requests.send([read_site_file(path, *limits) for path in paths])
