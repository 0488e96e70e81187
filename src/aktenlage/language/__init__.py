"""German itself: sentences, tokens, word forms, clauses."""
