"""Plugins for site generators, Markdown and Jinja, all built on the same lookup."""
