"""All engines, in the order of the manual's table."""

from __future__ import annotations

from collections.abc import Mapping

from tests.engines.debian_engines import DEBIAN_ENGINES
from tests.engines.engine import Engine
from tests.engines.generator_engines import GENERATOR_ENGINES
from tests.engines.node_engines import NODE_ENGINES
from tests.engines.python_engines import PYTHON_ENGINES

ENGINES: tuple[Engine, ...] = (*PYTHON_ENGINES, *NODE_ENGINES, *DEBIAN_ENGINES, *GENERATOR_ENGINES)

BY_NAME: Mapping[str, Engine] = {engine.name: engine for engine in ENGINES}
