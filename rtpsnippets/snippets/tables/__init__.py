"""The formats of the table of events: each module has a function `make`, which turns rows into text."""
