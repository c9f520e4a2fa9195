"""The bundled sample report: its facts are real, its sentences were written for it."""
