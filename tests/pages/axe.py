"""axe-core: accessibility problems of a page."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from tests.engines.prepared import NODE_PINS, prepared


def violations(page: Page) -> list[object]:
    """What axe-core finds with all its rules; a contrast that it can't determine also counts."""
    axe = prepared("node", NODE_PINS) / "node_modules" / "axe-core" / "axe.min.js"
    page.evaluate(axe.read_text("utf-8"))
    found: list[object] = json.loads(
        page.evaluate("""axe.run().then(({ violations, incomplete }) => JSON.stringify(
            [...violations, ...incomplete.filter(rule => rule.id === 'color-contrast')]
                .flatMap(rule => rule.nodes.map(node => [rule.id, node.target, node.failureSummary]))
        ))""")
    )
    return found
