"""Dossiers as pages, tables and files."""
