"""Compare a built site with the definitions, and report each difference as a finding."""
