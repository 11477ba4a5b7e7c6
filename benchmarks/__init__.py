"""Corpora and a reader in, figures out: what the reader scores, how fast it is, and the floors it must keep."""
