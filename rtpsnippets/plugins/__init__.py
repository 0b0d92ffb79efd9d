"""The plugins: the shape that each host expects, around the same lookup."""
