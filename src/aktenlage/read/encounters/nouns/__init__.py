"""Encounters that nouns name."""
