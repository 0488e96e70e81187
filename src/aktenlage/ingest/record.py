"""One JSON object → one article."""

import json
from typing import Any

from aktenlage.ingest.decode import check_characters
from aktenlage.ingest.published import check_published
from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article

_TEXTS = ("id", "title", "outlet", "url", "published")


def parse_record(line: str) -> Article:
    """Give the article of a line of JSON Lines, its id empty where none is given; raise Refusal where it is faulty."""
    try:
        record = json.loads(line)
    except RecursionError:
        raise Refusal("json", reason="nested too deep") from None
    except ValueError as error:
        raise Refusal("json", reason=_reason(error)) from None
    if not isinstance(record, dict):
        raise Refusal("no_object")
    return _article(record)


def _article(record: dict[str, Any]) -> Article:
    text = record.get("text")
    if text is None:
        raise Refusal("no_text")
    if not isinstance(text, str):
        raise Refusal("not_text_value", field="text")
    check_characters(text)
    given = {name: _text(record, name) for name in _TEXTS}
    agencies = record.get("agencies")
    if agencies is not None and not (isinstance(agencies, list) and all(isinstance(name, str) for name in agencies)):
        raise Refusal("not_list_value", field="agencies")
    for name in agencies or ():
        check_characters(name)
    published = given["published"]
    return Article(
        id=given["id"] or "",
        text=text,
        title=given["title"],
        outlet=given["outlet"],
        url=given["url"],
        published=None if published is None else check_published(published),
        agencies=tuple(agencies or ()),
    )


def _text(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Refusal("not_text_value", field=name)
    check_characters(value)
    return value


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, column {error.colno}"
    return str(error)
