"""One entry an encounter, out of all that an article tells of it."""
