"""Where articles and readings are kept; the only SQL."""
