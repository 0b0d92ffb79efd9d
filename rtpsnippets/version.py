"""The version of the package: the one place that says it."""

from __future__ import annotations

VERSION: str = "0.1.0"
