"""Documents to records, each with its span; RDF is unknown here."""
