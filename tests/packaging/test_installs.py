"""An installation works: from the wheel, from the sdist, and from a checkout."""

from __future__ import annotations

import re
from pathlib import Path

from rtpsnippets.version import VERSION
from tests.clean_environment import CHECKOUT, Ran, run
from tests.distributions import pip

RUNTIME = {"jinja2", "markupsafe", "click", "rtpsnippets"}
"""Everything that is installed without extras."""

SHOWN = """\
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
<script>rtp('send', 'event', { value: ['Pricing', 'Security'] });</script>
<button id="download-whitepaper" type="button" onclick="rtp('send', 'event', { value: 'download - example whitepaper' \
});">Download</button>
"""

BUILT = """\
created site/my-event.js
created site/my-event.script.html
created site/two-values.js
created site/two-values.script.html
created site/download-whitepaper.js
created site/download-whitepaper.button.html
created site/rtp-events.js
created site/snippets.json
8 created, 0 changed, 0 kept, 0 removed in site
"""


def test_install__defines_shows_and_builds(programs: Path, tmp_path: Path) -> None:
    program = programs / "rtpsnippets"
    assert run([program, "init"], tmp_path) == (0, "created events.toml\ncreated events.schema.json\n")
    template = (CHECKOUT / "templates" / "events.toml").read_bytes()
    assert (tmp_path / "events.toml").read_bytes() == b"#:schema ./events.schema.json\n" + template
    assert run([program, "check"], tmp_path) == (0, "Found no problems in 3 events.\n")
    assert run([program, "show"], tmp_path) == (0, SHOWN)
    assert run([program, "build", "-o", "site"], tmp_path) == (0, BUILT)
    built = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").iterdir()}
    assert set(built) == {*re.findall("created site/(.+)", BUILT), ".rtpsnippets.json"}
    assert built["my-event.js"] == "rtp('send', 'event', { value: 'MyEvent' });"
    assert built["download-whitepaper.button.html"] == SHOWN.splitlines()[-1]


def test_install__knows_its_version(programs: Path, tmp_path: Path) -> None:
    said = Ran(0, f"rtpsnippets {VERSION}\n")
    assert run([programs / "rtpsnippets", "--version"], tmp_path) == said
    assert run([programs / "python", "-m", "rtpsnippets", "--version"], tmp_path) == said


def test_install__includes_only_the_run_time_dependencies(programs: Path, tmp_path: Path) -> None:
    listed = run([*pip(programs), "list", "--format", "freeze"], tmp_path).output
    installed = {name.lower() for name in re.findall(r"(?m)^([\w.-]+)==", listed)}
    assert installed == RUNTIME
