"""Two tellings in, whether they tell of the same matter, with the evidence for and against, out."""
