"""The formats of the table of events: one module each, with a function `make` from rows to text."""
