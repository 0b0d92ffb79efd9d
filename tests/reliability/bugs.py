"""The bugs that `planted_bugs.py` plants, one at a time: each would break a promise, and must be seen by the tests.

The text of a bug stands exactly once in the source, which a test of the suite holds.
"""

from __future__ import annotations

from tests.reliability.bugs_of_builds import BUILD_BUGS
from tests.reliability.bugs_of_definitions import DEFINITION_BUGS
from tests.reliability.bugs_of_lists import LIST_BUGS
from tests.reliability.bugs_of_preview import PREVIEW_BUGS
from tests.reliability.bugs_of_sites import SITE_BUGS
from tests.reliability.bugs_of_snippets import SNIPPET_BUGS

BUGS = (*SNIPPET_BUGS, *DEFINITION_BUGS, *BUILD_BUGS, *LIST_BUGS, *PREVIEW_BUGS, *SITE_BUGS)
