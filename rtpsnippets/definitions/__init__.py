"""Read definitions files into events, or into problems with their locations."""
