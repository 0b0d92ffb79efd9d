"""The command line: options, one library call, what is printed, an exit code."""
