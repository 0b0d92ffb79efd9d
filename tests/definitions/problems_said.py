"""What problems say, in the words of a test."""

from __future__ import annotations

import pytest

from rtpsnippets import ProblemsError


def said(error: pytest.ExceptionInfo[ProblemsError]) -> list[str]:
    return [f"{'.'.join(map(str, problem.key))}: {problem.what}" for problem in error.value.problems]
