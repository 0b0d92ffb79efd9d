"""What the subcommands print, for users and for programs."""
