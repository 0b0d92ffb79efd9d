"""The signals that tell a run to stop: Ctrl-C, a polite kill, and a terminal that is closed.

>>> import signal
>>> signal.SIGINT in STOPPING
True
"""

from __future__ import annotations

import signal

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Those of them that the system has: Windows has no SIGHUP."""
