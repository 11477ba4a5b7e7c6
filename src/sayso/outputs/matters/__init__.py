"""Accounts of matters in, files out: one module per way of showing them."""
