"""The text of a page before it is read: what template engines and Markdown take out of it."""
