"""Plan and write the files of a build, each of them complete or not at all."""
