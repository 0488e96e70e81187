"""
Values as JSON-ready objects and back: the shapes of the reading and the dossier.

A `Span` is a pair, an `Evidence` a triple, every other value an object with its fields' names.
"""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from aktenlage.model import dossier, reading
from aktenlage.model.article import Span
from aktenlage.model.dossier import Change, Dossier, Evidence, Mark, OfficeHeld
from aktenlage.model.reading import Reading

T = TypeVar("T")

# Where a field cannot bear the name that the contract gives it, because Python keeps the word for itself.
_RENAMED: dict[type, dict[str, str]] = {
    Change: {"before": "from", "after": "to"},
    Mark: {"before": "from", "after": "to"},
    OfficeHeld: {"start": "from", "end": "to"},
}


def to_record(value: Any) -> Any:
    """Turn a value of the model into what ``json.dumps`` takes."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Evidence):
        return [value.article, value.start, value.end]
    if is_dataclass(value):
        kind: Any = type(value)
        record = {key: to_record(getattr(value, name)) for name, key in field_names(kind)}
        if isinstance(value, Reading):
            return {"schema": reading.SCHEMA, "id": value.article.id, **record}
        return {"schema": dossier.SCHEMA, **record} if isinstance(value, Dossier) else record
    if isinstance(value, tuple | list):
        return [to_record(item) for item in value]
    if isinstance(value, dict):
        return {key: to_record(item) for key, item in value.items()}
    return value


def to_json(value: Any) -> str:
    """Write a value of the model as one line of JSON."""
    return json.dumps(to_record(value), ensure_ascii=False, separators=(",", ":"))


def from_record(kind: type[T], record: Any) -> T:
    """Build a value of *kind* from what `to_record` made of it; unknown keys are passed over."""
    if kind is Span or kind is Evidence:
        return kind(*record)
    known: Any = kind
    hints = _hints(known)
    return kind(**{name: _read(hints[name], record[key]) for name, key in field_names(known) if key in record})


def _read(hint: Any, item: Any) -> Any:
    if item is None or hint is Any:
        return item
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _read(next(kind for kind in get_args(hint) if kind is not NoneType), item)
    if origin is tuple:
        inner = get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_read(inner[0], part) for part in item)
        return tuple(_read(kind, part) for kind, part in zip(inner, item, strict=True))
    if isinstance(hint, type) and is_dataclass(hint):
        return from_record(hint, item)
    return item


@cache
def field_names(kind: Any) -> tuple[tuple[str, str], ...]:
    """Give the names of a value's fields, each with the one that it bears in JSON."""
    renamed = _RENAMED.get(kind, {})
    return tuple((field.name, renamed.get(field.name, field.name)) for field in fields(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
