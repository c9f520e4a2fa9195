"""Registers of laws with their texts: statutes and ordinances as files, read into entries, articles and citations."""
