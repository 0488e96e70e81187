"""The paragraphs of a page's article, without what stands around it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from aktenlage.ingest.page import PageData, clean

_HIDDEN = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader\S*|u-visually-hidden|is-hidden)(?:\s|$)", re.IGNORECASE
)
_APART = ("script", "style", "noscript", "template", "svg", "form", "button", "iframe", "nav", "footer")
_NO_LEAD = ("figure", "figcaption", "aside", "nav", "footer", "form", "ul", "ol", "table", "button", "dialog")
_BLOCKS = ("p", "div", "h2", "h3", "span", "strong", "section", "header")
_INLINE = ("a", "b", "br", "em", "i", "mark", "small", "span", "strong", "time", "u", "abbr")
_SIGN = re.compile(r"[\W_]+")
_BULLET = re.compile(r"\A[-–•*]\s+")
_END = re.compile(r"[.!?…][\"“”»«’)]?\Z")
_FEWEST_WORDS_OF_A_LINK = 3
# How much of an entry of a list and of a paragraph a link may be, before it is but a pointer elsewhere.
_LINKED = {"li": 0.5, "p": 0.95}
_FEWEST_WORDS_OF_A_LEAD = 7
_MOST_PARTS = 30
# How much of a description must be in the lead, and how much may stand before and beside it.
_BEGINNING = 30
_LONGEST_PLACE = 40
_BESIDE_LEAD = 100
_FIRST_LINES = 6
_LONGEST_KICKER = 60


def read_paragraphs(tree: Any, page: PageData) -> list[str]:
    """Give the paragraphs and sub-headings of the page's article, its lead first; *tree* loses what is none."""
    lead = _lead(tree, page.leads)
    _prune(tree)
    lines = [words for line in _extract(tree).splitlines() if (words := _line(line))]
    lines = lines[_behind_headline(lines, page) :]
    if lead and lines and _squeezed(lead) not in _squeezed("".join(lines)):
        lines.insert(0, lead)
    return lines


def _behind_headline(lines: Sequence[str], page: PageData) -> int:
    """Give the number of the line behind the headline, where that is among the first lines."""
    headlines = {_squeezed(words) for words in (page.title or "", *page.headings)} - {""}
    for number, line in enumerate(lines[:_FIRST_LINES]):
        squeezed = _squeezed(line)
        if any(squeezed.endswith(words) and len(squeezed) <= len(words) + _LONGEST_KICKER for words in headlines):
            return number + 1
        if _END.search(line) and len(line.split()) >= _FEWEST_WORDS_OF_A_LEAD:
            break
    return 0


def _squeezed(words: str) -> str:
    return _SIGN.sub("", words.lower())


def _extract(tree: Any) -> str:
    import trafilatura

    try:
        return trafilatura.extract(tree, include_comments=False, include_tables=False) or ""
    except Exception:  # noqa: BLE001 - a page that the library cannot take holds no article for us
        return ""


def _line(words: str) -> str:
    return _BULLET.sub("", unicodedata.normalize("NFC", clean(words)), count=1) if words.strip() else ""


def _prune(tree: Any) -> None:
    """Take out what is hidden or no text and what is but a link; join large first letters with their words."""
    doomed, capitals = [], []
    for node in tree.iter("*"):
        if (
            node.tag in _APART
            or _HIDDEN.search(node.get("class") or "")
            or node.get("hidden") is not None
            or (node.tag in _LINKED and _is_link(node))
        ):
            doomed.append(node)
        elif not len(node) and len(node.text or "") == 1 and (node.tail or " ")[0].isalpha():
            capitals.append(node)
    for node in doomed:
        if node.getparent() is not None:
            node.drop_tree()
    for node in capitals:
        if node.getparent() is not None:
            node.drop_tag()


def _is_link(node: Any) -> bool:
    links = list(node.iter("a"))
    if not links:
        return False
    words = sum(len("".join(link.itertext()).split()) for link in links)
    return words >= max(_FEWEST_WORDS_OF_A_LINK, _LINKED[node.tag] * len("".join(node.itertext()).split()))


def _lead(tree: Any, descriptions: Sequence[str]) -> str | None:
    """Give the paragraph that the page's description is taken from, with the place that may stand before it."""
    wanted = {clean(words) for words in descriptions if len(words.split()) >= _FEWEST_WORDS_OF_A_LEAD}
    if not wanted:
        return None
    for node in tree.iter(*_BLOCKS):
        if len(node) > _MOST_PARTS or not _is_block(node) or any(up.tag in _NO_LEAD for up in node.iterancestors()):
            continue
        words = _line("".join(node.itertext()))
        for description in wanted:
            place = words.find(description[:_BEGINNING])
            if 0 <= place <= _LONGEST_PLACE and len(words) <= len(description) + _BESIDE_LEAD:
                return words
    return None


def _is_block(node: Any) -> bool:
    """Whether an element holds words and only such elements as stand inside a line."""
    return node.tag in _BLOCKS and all(inner.tag in _INLINE for inner in node.iterdescendants("*"))
