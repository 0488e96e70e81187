"""Word lists of the language files as sets, read once."""

from functools import cache

from aktenlage.resources.load import load


@cache
def words(file: str, entry: str) -> frozenset[str]:
    """Give the words of one entry of ``de/<file>.yaml``; a single word is a set of one."""
    data = load(file)[entry]
    return frozenset([data] if isinstance(data, str) else data)
