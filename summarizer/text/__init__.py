"""Reading English by code: words, numbers, names, clauses. No model, no network."""
