"""A dossier as one self-contained HTML page: no script, no request to anywhere, German and English in one file."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.sections import sections
from aktenlage.publish.teller import Teller
from aktenlage.resources.messages import LANGUAGES


def render_page(dossier: Dossier, readings: Sequence[Reading], interface: str) -> str:
    """
    Give the page; *readings* are those of the dossier's articles, *interface* is the language shown first.

    Every line leads to the sentences that it rests on, which stand at the foot with outlet and date.
    """
    quotes = Quotes(dossier, readings)
    tellers = {language: Teller(dossier, quotes, language) for language in LANGUAGES}
    chapters = {language: sections(dossier, quotes, language) for language in LANGUAGES}
    urls = {
        source.id: reading.article.url
        for source in dossier.articles
        for reading in readings
        if reading.article.id == source.id
    }
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            dossier=dossier,
            interface=interface,
            tellers=tellers,
            chapters=chapters,
            quotes=quotes.all,
            urls={article: url for article, url in urls.items() if url and url.startswith(("https://", "http://"))},
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("aktenlage.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
