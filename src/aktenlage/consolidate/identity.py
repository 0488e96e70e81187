"""Ids made from content: the same articles give the same ids, in whatever order they come."""

from hashlib import blake2b


def content_id(kind: str, *parts: object) -> str:
    """Give a short id for what *parts* say."""
    content = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{kind}{blake2b(content.encode(), digest_size=5).hexdigest()}"
