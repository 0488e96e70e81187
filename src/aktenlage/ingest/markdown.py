"""Markdown: front matter tells about the article, what follows is its text."""

import re
from datetime import date, datetime
from typing import Any

import yaml

from aktenlage.ingest.published import check_published
from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article

_FRONT = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"\s{0,20}# +([^\n]{1,300})")
# The fields that writers of front matter use.
_DATES = ("published", "date")
_AGENCIES = ("agencies", "agency")


def parse_markdown(text: str) -> Article:
    """Give the article of a Markdown file, without an id; its title is the front matter's, else the first heading."""
    front = _FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    body = text[front.end() :] if front and fields else text
    heading = _HEADING.match(body)
    return Article(
        id=_string(fields.get("id")) or "",
        text=body,
        title=_string(fields.get("title")) or (heading.group(1).strip(" #\r") if heading else None),
        outlet=_string(fields.get("outlet")),
        url=_string(fields.get("url")),
        published=next((_published(fields[name]) for name in _DATES if fields.get(name)), None),
        agencies=next((_strings(fields[name]) for name in _AGENCIES if fields.get(name)), ()),
    )


def _fields(front: str) -> dict[str, Any]:
    try:
        fields = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _string(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int) and value != "" else None


def _strings(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


def _published(value: Any) -> str | None:
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    try:
        return check_published(text)
    except Refusal:
        return None
