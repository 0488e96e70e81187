"""A page as an outlet serves it → the article that it holds."""

from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article


def parse_html(data: bytes) -> Article:
    """Give the article of a page, without an id; raise Refusal where it holds none."""
    import trafilatura

    text = trafilatura.extract(data, include_comments=False, include_tables=False)
    if not text:
        raise Refusal("no_article")
    return Article(id="", text=text)
