"""The saved queries: SPARQL files whose comment headers say title, parameters, columns and an example."""
