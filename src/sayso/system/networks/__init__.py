"""Exchanges in, what their network tells out: through whom a good must pass, and who stands between the others."""
