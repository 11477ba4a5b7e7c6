"""Trees in, whom their words refer to out: names, titles, nouns of office, pronouns and places."""
