"""The templates of snippets and pages, and the definitions that `rtpsnippets init` writes."""
