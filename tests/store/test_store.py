"""A store keeps articles, their versions and their copies, and says clearly what is wrong with it."""

import json
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from aktenlage import Article, Reading, Store, StoreError, dossier, settling, to_record
from aktenlage.model.dossier import Dossier
from aktenlage.pipeline import make_dossier
from aktenlage.store.archive import Archive
from aktenlage.store.page import Wanted

FIRST = (
    "Die Außenminister Norwegens und der Schweiz treffen sich am Freitag in Genf. Sie wollen dort nach Angaben des "
    "Gastgebers über die Fischerei und über den Verkehr auf den gemeinsamen Wegen sprechen."
)
SECOND = f"Aus Genf wird gemeldet: {FIRST} Mehr war zunächst nicht zu erfahren."
ARTICLES = [
    Article("a", FIRST, outlet="Bote", published="2026-01-21"),
    Article("b", SECOND, outlet="Warte", published="2026-01-22"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.sqlite"
    with Store(path) as store:
        for article in ARTICLES:
            store.add(article)
    return path


def test_gives_the_dossier_of_its_articles(file: Path) -> None:
    """What was kept says the same as what was just read, copied passages included."""
    with Store(file, create=False) as store:
        kept = store.dossier()

    assert to_record(kept) == to_record(dossier(ARTICLES))
    assert [origin.articles for origin in kept.origins] == [("a", "b")]


def test_adding_the_same_again_changes_nothing(file: Path) -> None:
    """Not even the file's bytes change."""
    before = file.read_bytes()

    with Store(file) as store:
        added = [store.add(article) for article in ARTICLES]

    assert added == ["known", "known"]
    assert file.read_bytes() == before


def test_a_changed_text_is_a_new_version(file: Path) -> None:
    """The earlier text stays and gives way to the later; both are of one origin."""
    changed = Article("a", FIRST.replace("Freitag", "Samstag"), outlet="Bote", published="2026-01-21")

    with Store(file) as store:
        added = store.add(changed)
        made = store.dossier()

    assert added == "version"
    assert [source.id for source in made.articles] == ["a", "a@2", "b"]
    assert len(made.origins) == 1


def test_order_of_adding_makes_no_difference(file: Path, tmp_path: Path) -> None:
    """Two stores with the same articles say the same."""
    with Store(file) as one, Store(tmp_path / "other.sqlite") as other:
        for article in reversed(ARTICLES):
            other.add(article)

        assert to_record(one.dossier()) == to_record(other.dossier())


def test_a_killed_run_leaves_a_whole_file(file: Path) -> None:
    """Killed in the midst of an article, the store holds all articles before it and none of its parts."""
    program = textwrap.dedent(
        """
        import os, signal, sys
        from sqlalchemy import event
        from sqlalchemy.engine import Engine
        from aktenlage import Article, Store

        @event.listens_for(Engine, "after_cursor_execute")
        def kill(connection, cursor, statement, *rest):
            if statement.startswith("INSERT INTO article"):
                os.kill(os.getpid(), signal.SIGKILL)

        with Store(sys.argv[1]) as store:
            store.add(Article("c", "Die Delegation ist am Montag in Wien angekommen."))
        """
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], check=False, timeout=60)

    with Store(file, create=False) as store:
        assert done.returncode == -9
        assert [reading.article.id for reading in store.readings()] == ["a", "b"]
        assert store.add(Article("c", "Die Delegation ist am Montag in Wien angekommen.")) == "new"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Das ist keine Datenbank, sondern ein Text.", "not a store"),
        (None, "no such store"),
        (b"SQLite format 3\x00" + b"\xff" * 4000, "not a store|damaged"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, content: bytes | None, reason: str) -> None:
    """A foreign, missing or damaged file is refused in one sentence and left as it is."""
    path = tmp_path / "x.sqlite"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(StoreError, match=reason):
        Store(path, create=False)

    assert (path.read_bytes() if path.exists() else None) == content


def test_refuses_a_foreign_database(tmp_path: Path) -> None:
    """Another program's database gets no tables of ours."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()

    with pytest.raises(StoreError, match="not a store"):
        Store(path)


def test_refuses_a_newer_schema(file: Path) -> None:
    """A file of a later version is not touched."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE aktenlage SET value = '99' WHERE key = 'schema'")
    connection.close()

    with pytest.raises(StoreError, match="newer version"):
        Store(file)


def test_brings_a_store_without_entries_up_to_date(file: Path) -> None:
    """What the first version kept is found, and can be asked and searched."""
    with sqlite3.connect(file) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for name in sorted(names - {"aktenlage", "article", "fingerprint", "passage"}):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute("DELETE FROM aktenlage WHERE key != 'schema'")
        connection.execute("UPDATE aktenlage SET value = '1' WHERE key = 'schema'")
    connection.close()

    with Store(file) as store:
        view = store.view()
        assert (view.events().total, view.search("Fischerei").total) == (1, 2)


def test_brings_older_decisions_up_to_date(file: Path) -> None:
    """The second version named all words of a decision in one row."""
    with Store(file) as store:
        [event] = store.view().events().items
        store.judge("correct", [event.id], field="place", value="Bern")
    with sqlite3.connect(file) as connection:
        [record] = connection.execute("SELECT record FROM judgement").fetchone()
        told = json.loads(record)
        told["target"] = told["target"][0]["places"]
        connection.execute("UPDATE judgement SET record = ?", (json.dumps(told),))
        connection.execute("UPDATE aktenlage SET value = '2' WHERE key = 'schema'")
    connection.close()

    with Store(file) as store:
        assert [event.place for event in store.view().events().items] == ["Bern"]


def test_says_that_it_is_in_use(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, waiting ends with a clear word."""
    monkeypatch.setattr("aktenlage.store.database._PATIENCE_SECONDS", 0.1)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="in use"), Store(file) as store:
            store.add(Article("c", "Die Delegation ist am Montag in Wien angekommen."))
    finally:
        other.close()


def test_takes_an_article_once_from_two_programs(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another program takes it in just before, it is known."""
    article = Article("c", "Die Delegation ist am Montag in Wien angekommen.")
    holds = Archive.holds
    with Store(file) as one, Store(file) as other:

        def slow(archive: Archive, reading: Reading) -> bool:
            monkeypatch.undo()
            held = holds(archive, reading)
            other.add(article)
            return held

        monkeypatch.setattr(Archive, "holds", slow)
        assert one.add(article) == "known"
        assert len(one) == 3


def test_what_comes_in_while_settling_is_not_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is put together the next time."""
    with Store(file) as one, Store(file) as other:

        def slow(*given: Any, **more: Any) -> Dossier:
            monkeypatch.undo()
            other.add(Article("late", "Polen und Irland trafen sich am Freitag in Cork.", published="2026-01-24"))
            return make_dossier(*given, **more)

        monkeypatch.setattr(settling, "make_dossier", slow)
        monkeypatch.setattr(settling, "_FEW", 0)
        assert one.settle()
        assert one.settle()
        assert one.view().events(Wanted(article="late")).total == 1


def test_keeps_a_past_day_as_long_as_it_is_read(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many days are asked, few are kept; who still reads one keeps it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Store(file) as store:
        first = store.view(as_of="2026-01-22")
        for day in range(1, 25):
            store.view(as_of=f"2026-02-{day:02}")

        assert first.articles().total == 2
        assert len(list(tmp_path.glob("aktenlage-*"))) <= 7
    del first
    assert not list(tmp_path.glob("aktenlage-*"))


def test_reads_the_past(file: Path) -> None:
    """As of a day only what had appeared by then counts."""
    with Store(file) as store:
        assert [source.id for source in store.dossier(as_of="2026-01-21").articles] == ["a"]
