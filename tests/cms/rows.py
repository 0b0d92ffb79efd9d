"""All targets, in the order of the README's table."""

from __future__ import annotations

from collections.abc import Mapping

from tests.cms.editors import EDITORS
from tests.cms.programs import PROGRAMS
from tests.cms.target import Target
from tests.cms.wordpress import WORDPRESS

TARGETS: tuple[Target, ...] = (*WORDPRESS, *EDITORS, *PROGRAMS)

BY_NAME: Mapping[str, Target] = {target.name: target for target in TARGETS}
