"""Say why something can't be known from the code alone, in words that follow "the value ".

>>> str(UnknownError('is the parameter "name"'))
'is the parameter "name"'
"""

from __future__ import annotations


class UnknownError(Exception):
    """What is asked can't be known from the code alone; its text says why, in words that follow "the value "."""
