"""Claims of many documents in, what is told of the same matter, by how many independent origins and how, out."""
