MAX_SITE_FILE = 10 * BYTES_PER_MB
"""The size of one page or script of a site that is read."""

MAX_SITE_FILE_SECONDS = 10
"""How long reading one of them may take: a usual page takes some thousandths of a second."""

MAX_FINDINGS = 1_000
"""How many findings of an audit are listed; all are counted."""

MAX_COMPARED = 2_000_000
"""How many characters of values are compared to find what an unknown one was meant to be, in all findings together."""
