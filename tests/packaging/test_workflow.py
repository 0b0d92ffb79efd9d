"""The workflow for GitHub Actions conforms to its schema. Whether it works can only be seen on GitHub."""

from __future__ import annotations

from pathlib import Path

from tests.clean_environment import CHECKOUT, SCRIPTS, run


def test_workflow__is_valid(tmp_path: Path) -> None:
    workflows = sorted((CHECKOUT / ".github" / "workflows").glob("*.yml"))
    assert workflows
    ran = run([SCRIPTS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows], tmp_path)
    assert ran == (0, "ok -- validation done\n")
