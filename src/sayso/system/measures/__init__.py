"""Shares, needs and ranges in, how much one party depends on another out: pure numbers, with bounds that hold."""
