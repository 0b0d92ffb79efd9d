"""How much a definitions file or a file of a site may hold: all in one place. What an event sends has no limit."""

from __future__ import annotations

BYTES_PER_MB = 1_000_000

MAX_BYTES = {"toml": 5 * BYTES_PER_MB, "json": 5 * BYTES_PER_MB, "yaml": BYTES_PER_MB}
"""The size of a file, by its format, unless a caller says another one. The pure parser of YAML is a slow one."""

MAX_DEPTH = 32
"""How many levels of tables and lists may be nested: the parsers call themselves for each."""

MAX_TABLE_SIGNS = 300_000
"""How many headers, lists and dots of keys TOML may have, or a share of a larger text: its parser needs about a
kilobyte for each."""

MAX_TABLE_SIGNS_SHARE = 0.06

MAX_DIGITS = 4_300
"""How many digits a number may have: Python makes no longer ones (`sys.set_int_max_str_digits`)."""

MAX_PROBLEMS = 100
"""How many problems are listed: nobody reads more, and a file may have a million."""

MAX_SITE_FILE = 10 * BYTES_PER_MB
"""The size of one page or script of a site that is read."""

MAX_SITE_FILE_SECONDS = 10
"""How long reading one of them may take: a usual page takes some thousandths of a second."""

MAX_CODE_MEMORY = 400
"""How many MB the parser may take for one piece of code: a large bundle needs less, deep brackets without end more."""

MAX_FINDINGS = 1_000
"""How many findings of an audit are listed; all are counted."""

MAX_COMPARED = 2_000_000
"""How many characters of values are compared to find what an unknown one was meant to be, in all findings together."""
