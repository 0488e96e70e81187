"""JSON Schema of the values of the model, in the shapes that `to_record` writes."""

from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from aktenlage.model.article import Span
from aktenlage.model.dossier import Evidence
from aktenlage.model.record import field_names

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
}
_PLACE = {"type": "array", "minItems": 3, "maxItems": 3, "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}
_PAIR = {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer", "minimum": 0}}


def schema_of(kind: Any) -> dict[str, Any]:
    """
    Give the JSON Schema of a type of the model.

    >>> schema_of(tuple[int, ...])
    {'type': 'array', 'items': {'type': 'integer'}}
    """
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if kind is Evidence:
        return {**_PLACE, "description": "[article, start, end]: a place in an article's text, in code points"}
    if kind is Span:
        return dict(_PAIR)
    origin = get_origin(kind)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin in (Union, UnionType):
        return {"anyOf": [{"type": "null"} if part is NoneType else schema_of(part) for part in get_args(kind)]}
    if origin is tuple:
        inner = get_args(kind)
        same = inner[0] if len(set(inner) - {Ellipsis}) == 1 else Any
        return {"type": "array", "items": schema_of(same)}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(get_args(kind)[1])}
    if is_dataclass(kind):
        return _object(kind)
    raise TypeError(f"no schema for {kind!r}")


def page_of(kind: Any) -> dict[str, Any]:
    """Give the schema of a page of a list."""
    return {
        "type": "object",
        "required": ["items", "total", "offset", "limit"],
        "properties": {
            "items": {"type": "array", "items": schema_of(kind)},
            "total": {"type": "integer", "minimum": 0},
            "offset": {"type": "integer", "minimum": 0},
            "limit": {"type": "integer", "minimum": 1},
        },
    }


def _object(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = dict(field_names(kind))
    required = [names[field.name] for field in fields(kind) if field.default is MISSING]
    return {
        "type": "object",
        "required": required,
        "properties": {names[field.name]: schema_of(hints[field.name]) for field in fields(kind)},
    }
