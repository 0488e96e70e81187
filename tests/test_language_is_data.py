"""German words live in resource files, not in code."""

import ast
import re
from pathlib import Path

import aktenlage

SOURCES = sorted(Path(aktenlage.__file__).parent.rglob("*.py"))
GERMAN = re.compile(r"[äöüßÄÖÜ]|\b(?:der|die|das|und|nicht|mit|von|im|am|ein|eine|sagte|Uhr|laut|zufolge|Treffen)\b")


def _strings(tree: ast.AST) -> list[ast.Constant]:
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def test_no_german_word_in_code() -> None:
    """A German word in a string of the code would be a rule without an id, a note and a test."""
    faults = [
        f"{path.name}:{node.lineno}: {node.value!r}"
        for path in SOURCES
        for node in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if GERMAN.search(node.value)
    ]

    assert faults == []
