"""What pytest is not to import here."""

from __future__ import annotations

# They need the tool, which has an environment of its own.
collect_ignore = ["mutation_operators.py", "mutation_session.py"]
