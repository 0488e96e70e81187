"""No group of cases hides another: of two keys alike in one mapping, YAML keeps the last alone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


def _twice(node: yaml.Node | None) -> Iterator[str]:
    """Give the keys that stand twice in one mapping."""
    if isinstance(node, yaml.MappingNode):
        counts = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        yield from (key for key, count in counts.items() if count > 1)
        for _, value in node.value:
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _twice(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_key_stands_twice(file: Path) -> None:
    assert list(_twice(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))) == []
