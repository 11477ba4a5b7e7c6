"""What may be said: kinds of events, their roles, frames, goods, units and actors, as data with its loaders."""
