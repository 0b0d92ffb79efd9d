"""Small containers of Google Tag Manager, as in its exports but without irrelevant keys."""

from __future__ import annotations

import json
from typing import Any

ALL_PAGES = "2147479553"
PUBLIC_ID = "GTM-AB12CD3"

Table = dict[str, Any]


def condition(operator: str, variable: str, operand: str, *others: Table) -> Table:
    """A condition of a trigger: `{{Click ID}} EQUALS buy`."""
    arguments = [("arg0", f"{{{{{variable}}}}}"), ("arg1", operand)]
    return {
        "type": operator,
        "parameter": [*({"type": "TEMPLATE", "key": key, "value": value} for key, value in arguments), *others],
    }


def trigger(kind: str, *conditions: Table, **others: Any) -> Table:
    """The trigger "T" with the id 7."""
    return {"triggerId": "7", "name": "T", "type": kind, "filter": list(conditions), **others}


def tag(html: str, *firing: str, name: str = "Sale", number: str = "3", **others: Any) -> Table:
    """A Custom HTML tag that these triggers fire."""
    parameter = [{"type": "TEMPLATE", "key": "html", "value": html}]
    return {
        "tagId": number,
        "name": name,
        "type": "html",
        "parameter": parameter,
        "firingTriggerId": list(firing),
        **others,
    }


def container(*tags: Table, triggers: tuple[Table, ...] = (), public_id: str = PUBLIC_ID, **others: Any) -> str:
    """The text of a container."""
    version = {"container": {"publicId": public_id}, "tag": list(tags), "trigger": list(triggers), **others}
    return json.dumps({"exportFormatVersion": 2, "containerVersion": version}, indent=4)
