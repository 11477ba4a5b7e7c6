"""Trees in, events out: words that name them, their arguments, roles, and how they are put forward."""
