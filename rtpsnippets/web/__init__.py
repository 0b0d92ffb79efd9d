"""Write JavaScript and HTML that is safe anywhere, and read both as a browser does."""
