"""Encounters that verbs tell."""
