"""What sources state of items in, what most of it agrees on and how often each source agrees with that out."""
