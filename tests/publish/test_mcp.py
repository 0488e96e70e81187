"""The tools of the MCP server find what the file holds, and each answer carries its evidence."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from aktenlage import Article, Store
from aktenlage.publish.mcp import make_server

ARTICLES = [
    Article(
        "plan",
        "Der französische Präsident Emmanuel Macron empfängt am Freitag Bundeskanzler Friedrich Merz in Paris. "
        "Frankreich fordert eine Waffenruhe.",
        outlet="Bote",
        published="2026-01-21",
    ),
    Article(
        "held",
        "Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich Merz in Paris empfangen.",
        outlet="Warte",
        published="2026-01-24",
    ),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.sqlite"
    with Store(path) as store:
        for article in ARTICLES:
            store.add(article)
        store.settle()
    return path


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with Store(file) as store:
        yield store


def _call(store: Store, tool: str, **arguments: Any) -> Any:
    async def call() -> Any:
        async with Client(make_server(store)) as client:
            return await client.call_tool(tool, arguments)

    answer = asyncio.run(call())
    assert not answer.is_error, answer
    return json.loads(answer.content[0].text)


def test_offers_its_tools(store: Store) -> None:
    """Five of them, each with a description."""

    async def tools() -> list[Any]:
        async with Client(make_server(store)) as client:
            return list((await client.list_tools()).tools)

    found = asyncio.run(tools())
    assert {tool.name for tool in found} == {"search", "timeline", "event", "positions", "changes"}
    assert all(tool.description for tool in found)


def test_answers_carry_their_evidence(store: Store) -> None:
    """Every sentence stands in the article, at the place that is named."""
    timeline = _call(store, "timeline", actor="fr")
    [event] = timeline["events"]
    whole = _call(store, "event", name=event["id"])
    points = _call(store, "positions", issue="ceasefire")
    brought = _call(store, "changes", since="2026-01-24")
    hits = _call(store, "search", query="Waffenruhe")

    texts = {article.id: article.text for article in ARTICLES}
    proofs = [
        *event["evidence"],
        *whole["evidence"],
        *points["positions"][0]["stances"][0]["evidence"],
        *brought["changes"][0]["evidence"],
        *hits["hits"],
    ]
    for proof in proofs:
        article, start, end = proof["place"]
        assert proof["sentence"] in texts[article]
        assert texts[article][start:end] in proof["sentence"]
    assert event["status"] == "held"


def test_says_what_the_file_said_on_a_day(store: Store) -> None:
    """As of a past day only what had appeared by then counts."""
    [event] = _call(store, "timeline", as_of="2026-01-22")["events"]

    assert event["status"] == "planned"


def test_an_unknown_event_is_no_failure(store: Store) -> None:
    """It is said in the answer."""
    assert "error" in _call(store, "event", name="e0")


def test_command_speaks_the_protocol(file: Path) -> None:
    """Over standard input and output, one message a line."""
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
    }
    done = subprocess.run(
        [sys.executable, "-m", "aktenlage", "mcp", "--file", str(file)],
        input=json.dumps(hello) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert json.loads(done.stdout.splitlines()[0])["result"]["serverInfo"]["name"] == "aktenlage"
