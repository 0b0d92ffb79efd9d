"""Files here that pytest must not import."""

from __future__ import annotations

# They load Django, whose settings fail in tests that inspect every object.
collect_ignore = ["buttons.py", "literals.py"]
