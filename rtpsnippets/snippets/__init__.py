"""Turn events into text to paste."""
