"""A ledger in, pages to look at, check and correct it out: served on this machine alone, or written as one file."""
