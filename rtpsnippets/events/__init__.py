"""What can be sent, and the rules for each of its parts."""
