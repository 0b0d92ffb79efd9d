"""Files here that pytest must not import."""

from __future__ import annotations

# They need Cosmic Ray, which has its own environment.
collect_ignore = ["mutation_operators.py", "mutation_session.py"]
