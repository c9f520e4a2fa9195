"""Records to triples to answers; documents are unknown here."""
