"""One small reader for each input format: text in, `Document` out."""
