"""A page gives its article: what it says about it, and its paragraphs without what stands around them."""

import json
from pathlib import Path

import pytest

from aktenlage.errors import InputError
from aktenlage.ingest.html import parse_html
from aktenlage.ingest.refusal import Refusal
from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article

PARAGRAPHS = [
    "Die Außenminister sind am Donnerstag in Genf zusammengekommen, um über den Vertrag zu sprechen.",
    "Das Treffen dauerte nach Angaben der Schweizer Regierung drei Stunden und wurde danach vertagt.",
    "Am Freitag wollen die Unterhändler ihre Gespräche in Wien fortsetzen, wie das Ministerium mitteilte.",
]
LEAD = "Genf. In der Schweiz wird wieder verhandelt, und am Freitag geht es in Wien weiter."
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#autorin", "name": "Anna Beispiel"},
        {
            "@type": "NewsArticle",
            "headline": "Minister verhandeln in Genf &uuml;ber Vertrag",
            "datePublished": "2026-01-22T21:20:00Z",
            "dateModified": "2026-01-23T08:00:00Z",
            "author": [{"@id": "#autorin"}, {"@type": "Organization", "name": "dpa"}],
            "publisher": {"name": "Morgenbote"},
            "description": LEAD.removeprefix("Genf. "),
        },
    ],
}


def _page(*, data: object = DATA, head: str = "", body: str = "") -> bytes:
    text = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8">{head}
        <title>Genf: Vertrag – alle Infos | Morgenbote</title>
        <link rel="canonical" href="https://morgenbote.example/genf">
        <script type="application/ld+json">{json.dumps(data)}</script></head>
        <body><nav><ul><li><a href="/">Startseite</a><li><a href="/p">Politik</a></ul></nav>
        <main><article><header><h1>Minister verhandeln in Genf über Vertrag</h1>
        <p class="lead"><span>Genf.</span> {LEAD.removeprefix("Genf. ")}</p></header>{text}
        <ul><li><a href="/a">Wie der Vertrag entstand und wer ihn will</a></li></ul>{body}</article></main>
        <footer><p>Impressum und Datenschutz des Morgenboten</p></footer></body></html>""".encode()


def test_takes_what_the_page_says() -> None:
    """Headline, day in German time, authors apart from agencies, outlet and address come from structured data."""
    article = parse_html(_page())

    assert article == Article(
        id="",
        text="\n\n".join([LEAD, *PARAGRAPHS]),
        title="Minister verhandeln in Genf über Vertrag",
        outlet="Morgenbote",
        url="https://morgenbote.example/genf",
        published="2026-01-22T22:20:00+01:00",
        byline="Anna Beispiel",
        agencies=("dpa",),
    )


def test_page_without_structured_data() -> None:
    """Meta tags and the heading tell what they can; what nobody tells stays unknown."""
    head = '<meta property="article:published_time" content="2026-07-22"><meta name="author" content="AFP">'

    article = parse_html(_page(data={}, head=head))

    assert (article.title, article.published) == ("Minister verhandeln in Genf über Vertrag", "2026-07-22")
    assert (article.byline, article.agencies, article.outlet) == (None, ("AFP",), None)


def test_a_shared_report_is_of_the_paper_that_shows_it() -> None:
    """Papers of one house name another as the report's first place; what the page calls itself counts."""
    head = '<meta property="og:site_name" content="waz.de"><link rel="canonical" href="https://www.morgenpost.de/genf">'

    assert parse_html(_page(data={}, head=head)).outlet == "WAZ"


def test_words_for_search_engines_are_no_headline() -> None:
    """Where the structured headline is but the page's title and the one for sharing differs, the heading counts."""
    data = {"@type": "NewsArticle", "headline": "Genf: Vertrag – alle Infos"}
    head = '<meta property="og:title" content="Minister verhandeln">'

    assert parse_html(_page(data=data, head=head)).title == "Minister verhandeln in Genf über Vertrag"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-01-22T23:27:57Z", "2026-01-23T00:27:57+01:00"),
        ("2026-07-22T07:39:18.751+0200", "2026-07-22T07:39:18+02:00"),
        ("Thu Jan 22 19:20:36 CET 2026", "2026-01-22T19:20:36+01:00"),
        ("Thu, 22 Jan 2026 18:20:36 GMT", "2026-01-22T19:20:36+01:00"),
        ("2026-01-22T00:00:00+01:00", "2026-01-22"),
        ("gestern", None),
        ("2026-02-30", None),
    ],
)
def test_reads_the_dates_that_pages_write(given: str, expected: str | None) -> None:
    """All forms come out in German time; what is no date is left out."""
    assert parse_html(_page(data={"@type": "NewsArticle", "datePublished": given})).published == expected


def test_large_first_letter_belongs_to_its_word() -> None:
    """A letter set apart for its size is joined with the rest, a word of one letter is not."""
    body = "<p><span>D</span>ie Unterhändler reisen am Abend noch nach Wien, teilte das Ministerium auf X mit.</p>"

    lines = parse_html(_page(body=body)).text.split("\n\n")

    assert lines[-1] == "Die Unterhändler reisen am Abend noch nach Wien, teilte das Ministerium auf X mit."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-1", "utf-16"])
def test_reads_encodings(encoding: str) -> None:
    """The declared encoding may be wrong where the text is UTF-8."""
    page = _page().decode().replace('charset="utf-8"', 'charset="iso-8859-1"').replace("–", "-").encode(encoding)

    assert "Außenminister" in parse_html(page).text


def test_hidden_text_comes_from_structured_data() -> None:
    """Where the page itself holds little, the text that structured data give is taken."""
    data = {"@type": "NewsArticle", "articleBody": "<p>" + "</p><p>".join(PARAGRAPHS * 8) + "</p>"}

    article = parse_html(f"<html><script type='application/ld+json'>{json.dumps(data)}</script><p>Abo</p>".encode())

    assert article.text.split("\n\n") == PARAGRAPHS * 8


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html",
        "<html><body>" + "<div>" * 50_000,
        "<html><body>" + "<table><tr><td>" * 10_000,
        "<!-- " * 50_000,
        "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<html>" + "<" * 300_000,
        "<html>\0",
    ],
    ids=range(8),
)
def test_hostile_pages_are_refused(tmp_path: Path, page: str) -> None:
    """A page without an article, however odd, is one error."""
    (tmp_path / "a.html").write_text(page, encoding="utf-8")

    [error] = Sources([str(tmp_path)])

    assert isinstance(error, InputError)


def test_entities_do_not_grow() -> None:
    """Entities that stand for one another are not filled in."""
    entities = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    page = f"<!DOCTYPE html [<!ENTITY a0 'x'>{entities}]>".encode() + _page(body="<p>&a39;</p>")

    assert len(parse_html(page).text) < 1000


def test_too_large_pages_are_refused() -> None:
    """Eight megabytes are no article."""
    with pytest.raises(Refusal, match="too_large"):
        parse_html(b"<html>" + b" " * 9_000_000)
