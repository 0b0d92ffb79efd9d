"""Read definitions files: their events, or what is wrong in them and where."""
