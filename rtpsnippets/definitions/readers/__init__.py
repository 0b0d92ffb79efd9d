"""A reader for each input format, which turns text into a `Document`."""
