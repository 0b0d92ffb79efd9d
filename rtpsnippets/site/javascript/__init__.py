"""Read JavaScript: what it sends."""
