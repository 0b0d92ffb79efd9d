"""The templates of the snippets, and the definitions that `rtpsnippets init` writes."""
