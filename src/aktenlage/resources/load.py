"""Loading language data: YAML files, checked against the JSON schema that bears the name of their kind."""

import gzip
import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import fastjsonschema
import yaml

from aktenlage.errors import ResourceError

_ROOT = files("aktenlage.resources")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """
    Give the data of ``de/<name>.yaml``; treat it as read-only, since all callers share it.

    What is shipped is checked against its schema by the tests, not at each start.
    Raise ResourceError if there is no such file or it is no YAML.
    """
    return read_yaml(_ROOT / "de" / f"{name}.yaml", f"de/{name}.yaml")


def read_yaml(file: Traversable, source: str) -> Any:
    """Read a YAML file; raise ResourceError, naming *source*, where there is none or it is no YAML."""
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ResourceError(source, "file", str(error)) from error


def packed_lines(name: str) -> list[str]:
    """Give the lines of ``de/<name>.tsv.gz``, for data that programs make and none reads or edits."""
    return gzip.decompress((_ROOT / "de" / f"{name}.tsv.gz").read_bytes()).decode().split("\n")


def load_user_file(path: Path, kind: str) -> Any:
    """Give the data of a user's own file; raise ResourceError where it breaks the schema of its *kind*."""
    data = read_yaml(path, str(path))
    check(data, kind, str(path))
    return data


def check(data: Any, kind: str, source: str) -> None:
    """Raise ResourceError, naming the entry, unless *data* fits ``schema/<kind>.json``."""
    try:
        _validator(kind)(data)
    except fastjsonschema.JsonSchemaValueException as error:
        raise ResourceError(source, error.name or "file", error.message) from error


@cache
def _validator(kind: str) -> Callable[[Any], Any]:
    schema = json.loads((_ROOT / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    compiled: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return compiled
