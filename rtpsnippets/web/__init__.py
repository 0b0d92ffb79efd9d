"""Write JavaScript and HTML that is safe anywhere, and read them as a browser does."""
