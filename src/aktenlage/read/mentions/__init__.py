"""Where actors are named: names, offices, capitals, descriptions, pronouns."""

from aktenlage.read.mentions.reader import read_mentions

__all__ = ["read_mentions"]
