"""The bugs in the table for the segment editor: a value that is not what it looks like, a cell that runs."""

from __future__ import annotations

from tests.reliability.bug import Bug

SHOWN = ("tests/events/test_invisible.py",)
CSV = ("tests/snippets/tables/test_csv_table.py", "tests/cli/commands/test_list.py")
MARKDOWN = ("tests/snippets/tables/test_markdown_table.py",)
PAGE = ("tests/snippets/tables/test_html_table.py",)
SEEN_PAGE = ("tests/pages/test_list_page.py",)

LIST_BUGS = (
    Bug(
        "blanks at an end are not shown",
        "rtpsnippets/events/invisible.py",
        r're.compile(r"^ | \Z|  ")',
        r're.compile(r"  ")',
        SHOWN,
    ),
    Bug(
        "another spelling of the same text looks alike",
        "rtpsnippets/events/invisible.py",
        "json.dumps(value, ensure_ascii=not is_nfc(value))",
        "json.dumps(value, ensure_ascii=False)",
        SHOWN,
    ),
    Bug(
        "a cell of a spreadsheet begins with a formula",
        "rtpsnippets/snippets/tables/csv_table.py",
        '_FORMULA_FIRST.sub("\'", ',
        "_FORMULA_FIRST.sub('', ",
        CSV,
    ),
    Bug(
        "a part of a value is a formula where semicolons separate",
        "rtpsnippets/snippets/tables/csv_table.py",
        "(?<=[,;|])",
        "(?<=[,|])",
        CSV,
    ),
    Bug(
        "an apostrophe that is taken for a quote leaves a formula",
        "rtpsnippets/snippets/tables/csv_table.py",
        "_FORMULA_IN_A_PART.sub(\"'''\",",
        '_FORMULA_IN_A_PART.sub("\'",',
        CSV,
    ),
    Bug(
        "a text that ends with a separator lets a cell begin with a line end",
        "rtpsnippets/snippets/tables/csv_table.py",
        "exact(value), description, row.calls, row.used_in]",
        "exact(value), row.calls, row.used_in, description]",
        CSV,
    ),
    Bug(
        "the exact value is taken apart at semicolons",
        "rtpsnippets/snippets/tables/csv_table.py",
        're.compile("[,;]")',
        're.compile("[,]")',
        CSV,
    ),
    Bug(
        "Excel misreads all that is not ASCII",
        "rtpsnippets/snippets/tables/csv_table.py",
        '_BYTE_ORDER_MARK = "\\ufeff"',
        '_BYTE_ORDER_MARK = ""',
        CSV,
    ),
    Bug(
        "a value with markup stands in backquotes",
        "rtpsnippets/snippets/tables/markdown_table.py",
        "if is_plain(value):",
        'if "`" not in value:',
        MARKDOWN,
    ),
    Bug(
        "a value with controls stands on the page as it is",
        "rtpsnippets/events/invisible.py",
        "return not html_text(value)",
        "return True",
        (*PAGE, *MARKDOWN),
    ),
    Bug(
        "a browser joins the blanks of a value",
        "templates/list.html",
        "background: var(--code); white-space: pre-wrap;",
        "background: var(--code);",
        SEEN_PAGE,
    ),
)
