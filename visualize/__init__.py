"""Networks as pictures and pages; knows no store and no document."""
