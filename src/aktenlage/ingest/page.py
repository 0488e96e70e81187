"""What a page says about its article in JSON-LD, meta tags and headings."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aktenlage.ingest.published import read_moment
from aktenlage.resources.press import agency_names, host_of, outlet_names, outlet_of

_ARTICLE = re.compile(r"Article|Posting|Report|Review")
_HINTS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_COMMA = re.compile(r"\s*[,;/|]\s*")
_COLON = re.compile(r"\s+:(?=\s)")
_CONTROL = re.compile(r"[\x00-\x1f]")
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_DEEPEST = 12
_MOST_OBJECTS = 2_000
_LONGEST_TITLE = 400
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "date",
    "datePublished",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "sailthru.date",
    "publish-date",
    "parsely-pub-date",
    "last-modified",
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


@dataclass(slots=True)
class PageData:
    """What a page says about its article; *leads* are the descriptions that may stand in the text as well."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    body: str = ""
    headings: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)


def read_page_data(tree: Any) -> PageData:
    """Give what the page says about its article."""
    objects = list(_objects(tree))
    articles = [item for item in objects if _ARTICLE.search(str(item.get("@type")))]
    article = articles[0] if articles else {}
    meta = _meta(tree)
    headings = [words for node in tree.iter("h1") if (words := clean(" ".join(node.itertext())))]
    by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and "name" in item}
    url = _address(tree, article, meta)
    named = [meta.get("og:site_name", ""), *_names(article.get("publisher"), by_id)]
    known = [name for name in (outlet_of(meta.get("og:url")), *map(outlet_names().get, named), outlet_of(url)) if name]
    outlet = next((name for name in (*known, *named) if name), None)
    authors = next((names for item in articles if (names := list(_names(item.get("author"), by_id)))), [])
    ours = {(outlet or "").lower(), host_of(url)}
    people, agencies = _parted(
        authors or [name for name in meta.get("author", "").split(", ") if name.lower() not in ours]
    )
    if not people and not agencies:
        people, agencies = _parted(list(_linked_authors(tree))[:1])
    return PageData(
        title=_title(headings, meta.get("og:title"), _text(article.get("headline")), tree.findtext(".//title")),
        outlet=outlet,
        url=url,
        published=next((moment for value in _dates(articles, meta, tree) if (moment := read_moment(value))), None),
        byline=", ".join(people) or None,
        agencies=agencies,
        body=max((_text(item.get("articleBody")) for item in articles), key=len, default=""),
        headings=headings,
        leads=[_text(item.get("description")) for item in articles] + [meta.get(name, "") for name in _DESCRIPTIONS],
    )


def clean(words: str) -> str:
    """Give *words* without hints for hyphenation, blanks as single spaces."""
    return " ".join(_HINTS.sub("", words).split())


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(_CONTROL.sub(" ", script.text or "").strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue
        waiting = [(data, 0)]
        while waiting and count < _MOST_OBJECTS:
            item, depth = waiting.pop(0)
            count += 1
            if isinstance(item, dict):
                yield item
            inner = item.values() if isinstance(item, dict) else item
            if depth < _DEEPEST:
                waiting += [(part, depth + 1) for part in inner if isinstance(part, dict | list)]


def _meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = clean(node.get("content") or "")
        if name and content:
            meta.setdefault(name if name == "datePublished" else name.lower(), content)
    return meta


def _text(value: Any) -> str:
    return html.unescape(html.unescape(value)).strip() if isinstance(value, str) else ""


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield clean(item)
        elif isinstance(item, dict):
            known = item if "name" in item else by_id.get(str(item.get("@id")), {})
            for name in known["name"] if isinstance(known.get("name"), list) else [known.get("name")]:
                if isinstance(name, str) and name.strip():
                    yield clean(_text(name))


def _linked_authors(tree: Any) -> Iterator[str]:
    for node in tree.iter("a"):
        if "author" in (node.get("rel") or "").split():
            yield clean("".join(node.itertext()))


def _parted(names: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Part authors from agencies."""
    people: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for part in (part for name in names for part in _COMMA.split(name)):
        if agency := agency_names().get(part):
            agencies[agency] = None
        elif part and "://" not in part:
            people[part] = None
    return list(people), tuple(agencies)


def _address(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    links = [node.get("href") for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical"]
    for value in (meta.get("og:url"), *links, article.get("url"), article.get("mainEntityOfPage")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value.strip()
    return None


def _title(headings: list[str], og: str | None, ld: str, title: str | None) -> str | None:
    """
    Take the headline that readers see.

    The structured one, unless it is but that of ``<title>``, which is often written for search engines, and the one for
    sharing differs; then the heading where it differs as well, else the one for sharing.
    """
    structured, heading, shared, searched = (
        _COLON.sub(":", clean(_text(words)))[:_LONGEST_TITLE]
        for words in (ld, "".join(headings[:1]), og or "", title or "")
    )
    bare = _SUFFIX.sub("", shared)
    preferred = [structured, heading, shared, _SUFFIX.sub("", searched)]
    if searched.lower().startswith(structured.lower()) and structured.lower() not in (shared.lower(), bare.lower()):
        preferred = [heading, shared, structured] if heading.lower() != structured.lower() else [shared, structured]
    return next((words for words in preferred if words), None)


def _dates(articles: list[dict[str, Any]], meta: dict[str, str], tree: Any) -> Iterator[str]:
    for item in articles:
        yield _text(item.get("datePublished"))
    for name in _DATES:
        yield meta.get(name, "")
    for node in tree.iter("time"):
        yield node.get("datetime") or ""
