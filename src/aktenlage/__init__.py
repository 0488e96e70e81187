"""Aktenlage reads German news reporting and keeps the file of a negotiation."""
