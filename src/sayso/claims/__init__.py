"""Readings in, claims out: who did what to whom, how much, when and on whose word."""
