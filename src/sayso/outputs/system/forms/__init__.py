"""Rows of the system in, the form in which they leave the program for machines out: names of fields that stay."""
