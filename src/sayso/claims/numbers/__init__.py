"""Trees in, quantities and dates out: how much of what, and when."""
