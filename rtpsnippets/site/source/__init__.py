"""Prepare the source of a page for reading: template tags, components, TypeScript and Markdown."""
