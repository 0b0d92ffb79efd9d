"""What is wrong between a built site and the definitions: the kinds of findings, and how they are reported."""
