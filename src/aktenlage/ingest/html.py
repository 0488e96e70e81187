"""A page as an outlet serves it → its article, the paragraphs parted by blank lines. Nothing is fetched."""

import codecs
import re
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from aktenlage.ingest.page import clean, read_page_data
from aktenlage.ingest.page_text import read_paragraphs
from aktenlage.ingest.published import read_moment
from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_MEGABYTE = 2**20
_LARGEST = 8 * _MEGABYTE
_MOST_TAGS = 250_000
_TAG = re.compile(r"<[^<>]{1,200}>")
# Of what structured data gives as the text, this much must be in the page's, or the page hides its text.
_ENOUGH = 0.6


def parse_html(data: bytes) -> Article:
    """Give the article of a page, without an id; raise Refusal where it holds none."""
    if len(data) > _LARGEST:
        raise Refusal("too_large", limit=_LARGEST // _MEGABYTE)
    if data.count(b"<") > _MOST_TAGS:
        raise Refusal("too_many_tags", limit=_MOST_TAGS)
    tree = _parse(_decoded(data))
    page = read_page_data(tree)
    paragraphs = read_paragraphs(tree, page)
    if _words(paragraphs) < _ENOUGH * _words([page.body]):
        paragraphs = [words for line in _TAG.sub("\n", page.body).splitlines() if (words := clean(line))]
    if not paragraphs:
        raise Refusal("no_article")
    return Article(
        id="",
        text="\n\n".join(paragraphs),
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=page.published or _shown_date(tree),
        byline=page.byline,
        agencies=page.agencies,
    )


def _decoded(data: bytes) -> str:
    """
    Decode by byte order mark, as UTF-8, as the page declares, as Windows-1252.

    UTF-8 comes before what is declared: saved pages often are UTF-8 by now, and other text hardly ever looks like it.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Refusal("binary")
    declared = _CHARSET.search(data, 0, _HEAD)
    name = declared.group(1).decode().lower() if declared else "utf-8"
    for encoding in ("utf-8-sig", name.replace("iso-8859-1", "cp1252"), "cp1252"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


def _parse(text: str) -> Any:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise Refusal("no_article") from None


def _shown_date(tree: Any) -> str | None:
    """Give the day that the page shows its readers."""
    import htmldate

    try:
        return read_moment(htmldate.find_date(tree, extensive_search=True, original_date=True) or "")
    except Exception:  # noqa: BLE001 - a page that the library cannot take shows no date
        return None


def _words(paragraphs: list[str]) -> int:
    return sum(len(words.split()) for words in paragraphs)
