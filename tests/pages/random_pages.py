"""Random pieces of HTML, in which a browser and a careless reader find other tags and attributes.

>>> len(random_pages(3)), random_pages(3) == random_pages(3)
(3, True)
"""

from __future__ import annotations

import random
from collections.abc import Sequence

# No `noscript` and no SVG: the first is text where scripts run only, and the second knows no elements of text.
_PIECES = (
    *("<a", "<b ", "<p>", "<i/", "</a", "</p>", "<form", "<title", "<style>", "<textarea>", "<script>"),
    *("</script>", "</style>", "</title >", "</textarea", "<template>", "</template>", "<xmp>", "</xmp>"),
    *(">", ">", ">", "<a", "<a", "<b"),
    *("<!--", "-->", "--!>", "<!-->", "<!x>", "<?x?>", "<![CDATA[", "]]>", "</ x>", "<", ">", "/>", "/", "=", " = "),
    *(
        '"',
        "'",
        "`",
        " ",
        "\n",
        "\t",
        "\f",
        "\xa0",
        "\x0b",
        "é",
        "x",
        "&",
        "&amp;",
        "&copy=1",
        "&lt",
        "&quot;",
        "&#39;",
    ),
    *(' data-rtp-event="go"', " data-rtp-event='go'", " data-rtp-event=go", " DATA-RTP-EVENT=go", "data-rtp-event=go"),
    *(
        ' onclick="x()"',
        " onclick='y(\"&copy=2\")'",
        " onclick=z()",
        " onclick",
        " title='>'",
        ' title="<b',
        " =x",
        " b==c",
    ),
)


def random_pages(count: int, seed: int = 2026) -> Sequence[str]:
    """So many pages, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    return ["".join(chance.choices(_PIECES, k=chance.randint(2, 12))) for _ in range(count)]
