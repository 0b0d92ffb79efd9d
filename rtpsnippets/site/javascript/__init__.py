"""Find the events that JavaScript code sends."""
