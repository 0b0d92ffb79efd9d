"""The version of the package, defined only here."""

from __future__ import annotations

VERSION: str = "0.1.0"
