"""Drafts of a document in, the same with parties that no word hangs on their event by grammar, out.

Reporters leave out what the reader knows: "the tariffs", "talks were broken off". Who is meant is told from where each
party stands in the sentence and what it does elsewhere in the document; how far each sign speaks for a party is learned
from annotated reports, as for implicit arguments of nouns (Gerber and Chai 2012).
"""
