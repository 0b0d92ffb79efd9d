"""Turn the calls of a site into definitions that send the same events."""
