"""Every file of language data fits the schema of its kind."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from aktenlage.resources.load import check, load

ROOT = Path(str(files("aktenlage.resources"))) / "de"
NAMES = sorted(str(path.relative_to(ROOT).with_suffix("")) for path in ROOT.rglob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_fits_its_schema(name: str) -> None:
    """A file's kind is its name, or its folder's where several files are of one kind."""
    check(load(name), name.split("/", maxsplit=1)[0], f"de/{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_bears_the_id_of_another(name: str) -> None:
    """What names a rule by its id means one rule."""
    data = load(name)
    for entries in data.values() if isinstance(data, dict) else ():
        rules = entries if isinstance(entries, list) else []
        named = [entry["id"] for entry in rules if isinstance(entry, dict) and "id" in entry]
        assert sorted(set(named)) == sorted(named)


@pytest.mark.parametrize(
    "path", sorted(ROOT.parent.rglob("*.yaml")), ids=lambda path: str(path.relative_to(ROOT.parent))
)
def test_no_key_stands_twice(path: Path) -> None:
    """YAML would silently keep the last of two equal keys, and an entry would be lost."""

    def keys(node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value]
            assert sorted(set(names)) == sorted(names), f"line {node.start_mark.line + 1}"
            for _, value in node.value:
                keys(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                keys(item)

    keys(yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
