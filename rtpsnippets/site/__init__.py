"""The reader of the calls that a site already has: in its pages and scripts, each with its place."""

from __future__ import annotations


def need_site_reader() -> None:
    """Raise `ProblemsError` if what reads pages and scripts is not installed."""
    try:
        import rtpsnippets.site.site_file  # noqa: F401, PLC0415 (to see whether it can be)
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra  # noqa: PLC0415 (only the message needs it)

        raise needs_extra("reading a site", "audit") from None
