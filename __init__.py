"""A knowledge graph of public programmes, facilities and laws."""
