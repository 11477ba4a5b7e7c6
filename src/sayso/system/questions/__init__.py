"""Questions in words in, what they ask of a system and the rows of it that answer them out."""
