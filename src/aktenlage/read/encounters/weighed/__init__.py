"""Encounters told by words that no list holds."""
