"""From the calls that a site has to the definitions that send the same."""
