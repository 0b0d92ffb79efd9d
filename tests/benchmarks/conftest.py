"""What pytest is not to import here."""

from __future__ import annotations

# They load Django, whose settings refuse to be looked at by tests that look at every object.
collect_ignore = ["buttons.py", "literals.py"]
