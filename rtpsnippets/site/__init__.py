"""Read the pages and scripts of an existing site, to audit it or to import its events."""

from __future__ import annotations


def need_site_reader() -> None:
    """Raise `ProblemsError` if the extra that reads pages and scripts is not installed."""
    try:
        import rtpsnippets.site.site_file  # noqa: F401, PLC0415 (to find out whether it is installed)
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra  # noqa: PLC0415 (only the message needs it)

        raise needs_extra("reading a site", "audit") from None
