"""What the program says to people, in the language of the interface."""

from functools import cache
from importlib.resources import files
from typing import Any

from aktenlage.errors import ResourceError
from aktenlage.resources.load import read_yaml

LANGUAGES = ("de", "en")


class Key(str):
    """The key of a message that stands as a value in another one."""

    __slots__ = ()


def message(key: str, interface: str = "en", **values: object) -> str:
    """
    Give the message *key* of ``messages/<interface>.yaml``, its ``{names}`` filled with *values*.

    A value that is a `Key` is told in the same language. A message with the forms ``one`` and ``other`` is chosen by
    ``count``. Raise ResourceError if there is no such message.

    >>> message("input.no_file", "en")
    'there is no such file or folder'
    """
    entry = messages(interface).get(key)
    if entry is None:
        raise ResourceError(f"messages/{interface}.yaml", key, "there is no such message")
    if isinstance(entry, dict):
        entry = entry["one" if values.get("count") == 1 else "other"]
    told = {name: message(value, interface) if isinstance(value, Key) else value for name, value in values.items()}
    return str(entry).format_map(told)


@cache
def messages(interface: str) -> dict[str, Any]:
    """Give all messages of one language; treat them as read-only."""
    file = files("aktenlage.resources") / "messages" / f"{interface}.yaml"
    data: dict[str, Any] = read_yaml(file, f"messages/{interface}.yaml")
    return data
