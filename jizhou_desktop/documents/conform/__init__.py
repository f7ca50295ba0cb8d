"""Measures a printed official document from its PDF alone, against the clauses of GB/T 9704-2012."""
