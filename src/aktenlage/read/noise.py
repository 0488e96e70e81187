"""What in an article's text is no reporting, and what it tells about the article."""

from aktenlage.model.article import Article, Noise


def read_noise(article: Article) -> tuple[Article, tuple[Noise, ...]]:
    """Give the article with what its noise tells of date, outlet, agencies and byline, and the noise itself."""
    return article, ()
