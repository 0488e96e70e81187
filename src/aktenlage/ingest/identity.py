"""Ids of articles: the same article gets the same id wherever its file lies, and no two of a run share one."""

import hashlib
from dataclasses import replace

from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article

_DIGITS = 8


class Identities:
    """The ids of one run so far."""

    def __init__(self) -> None:
        self._contents: dict[str, str] = {}

    def name(self, article: Article, name: str, *, several: bool = False) -> Article:
        """
        Give *article* with its id: its own, else *name*, with a digest of the content where several bear that name.

        Raise Refusal where another article has its id, or where the same one came before.
        """
        content = _digest(article)
        made = article.id or (f"{name}-{content}" if several else name)
        if not article.id and self._contents.get(made, content) != content:
            made = f"{name}-{content}"
        if made in self._contents:
            raise Refusal("duplicate", id=made)
        self._contents[made] = content
        return article if article.id else replace(article, id=made)


def _digest(article: Article) -> str:
    parts = (article.text, article.title, article.outlet, article.url, article.published, *article.agencies)
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:_DIGITS]
