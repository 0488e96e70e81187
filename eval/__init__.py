"""Figures of the readers on gold data."""
