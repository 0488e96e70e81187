"""The articles, and one of them with all that was found in it."""

from starlette.responses import Response

from aktenlage.publish.web.cite import cite_article
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.web.highlight import paragraphs
from aktenlage.publish.web.pages.findings import LEGEND, findings, stretches
from aktenlage.publish.web.proof import article_link


def articles(desk: Desk) -> Response:
    """Answer with the articles, the newest first."""
    filters = desk.filters
    page = desk.view.articles(filters.wanted(sort=filters.get("outlet"), actor=None, newest_first=True))
    return desk.page(
        "articles.html",
        page=page,
        outlets=[name for name, _ in desk.kept("outlets", desk.view.outlets) if name],
    )


def article(desk: Desk) -> Response:
    """Answer with an article, its findings highlighted and the place asked for marked."""
    name = desk.request.path_params["id"]
    reading = desk.view.reading(name)
    source = desk.view.source(name)
    if reading is None or source is None:
        raise Missing
    found = findings(desk, name)
    marked = _marked(desk.request.query_params.getlist("at"), len(reading.article.text))
    told = paragraphs(reading.article.text, stretches(desk, reading, found, marked))
    url = reading.article.url or ""
    return desk.page(
        "article.html",
        article=reading.article,
        source=source,
        findings=found,
        paragraphs=told,
        legend=LEGEND,
        marked=marked,
        url=url if url.startswith(("https://", "http://")) else None,
        cite=f"{cite_article(desk, name)}. {desk.permanent(article_link(name))}",
    )


def _marked(asked: list[str], length: int) -> list[tuple[int, int]]:
    found = []
    for value in asked[:50]:
        first, _, last = value.partition("-")
        if first.isascii() and last.isascii() and first.isdecimal() and last.isdecimal() and len(value) < 24:
            start, end = int(first), min(int(last), length)
            if start < end:
                found.append((start, end))
    return sorted(found)
