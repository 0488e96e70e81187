"""Which kind of file holds articles, and the article of a whole file."""

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from aktenlage.ingest.decode import decode
from aktenlage.ingest.markdown import parse_markdown
from aktenlage.model.article import Article

Format = Literal["text", "markdown", "html", "lines"]

PACKED = ".gz"
_FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def format_of(name: str) -> Format | None:
    """Give the format that a file's name tells."""
    return _FORMATS.get(PurePath(name.lower().removesuffix(PACKED)).suffix)


def stem_of(name: str) -> str:
    """Give a file's name, or its path in a folder, without the suffixes that tell the format."""
    bare = name[: -len(PACKED)] if name.lower().endswith(PACKED) else name
    return bare[: -len(PurePath(bare).suffix)] if format_of(bare) else bare


def sniff(beginning: bytes) -> Format:
    """Give the format that the first bytes tell."""
    if _OBJECT.match(beginning):
        return "lines"
    return "html" if _PAGE.match(beginning) else "text"


def parse_file(data: bytes, kind: Format) -> Article:
    """Give the article of a whole file, without an id; raise Refusal where it holds none."""
    if kind == "html":
        from aktenlage.ingest.html import parse_html

        return parse_html(data)
    text = decode(data)
    return parse_markdown(text) if kind == "markdown" else replace(_EMPTY, text=text)


_EMPTY = Article(id="", text="")
