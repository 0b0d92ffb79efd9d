"""Events, and the rules for each of their fields."""
