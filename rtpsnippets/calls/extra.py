"""Say what reading a site needs: an extra that may not be installed.

>>> print(missing_extra())
reading a site needs an extra that is not installed
    pip install 'rtpsnippets[audit]'
"""

from __future__ import annotations

from rtpsnippets.errors import Problem, ProblemsError


def missing_extra() -> ProblemsError:
    """The error to raise if a module of the extra can't be imported."""
    hint = "pip install 'rtpsnippets[audit]'"
    return ProblemsError([Problem("reading a site needs an extra that is not installed", hint)])
