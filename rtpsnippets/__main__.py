"""Run the command line as `python -m rtpsnippets`."""

from __future__ import annotations

from rtpsnippets.cli.main import main

main()
