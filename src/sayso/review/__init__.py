"""Claims, and what analysts decide about them, in; the order to look in, checked judgements, and gold claims out."""
