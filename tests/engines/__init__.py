"""The snippets in real engines: what a browser and a JavaScript engine make of every hostile text."""
