"""A model and a few changes to it in, what then holds, what no longer does, and where the border lies, out."""
