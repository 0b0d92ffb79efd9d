"""The reader of the calls that a site already has: in its pages and scripts, each with its place."""
