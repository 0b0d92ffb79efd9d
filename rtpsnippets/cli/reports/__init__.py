"""What the subcommands print, for people and for programs."""
